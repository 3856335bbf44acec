/** Rows of a sparse matrix, one after another: of each row its columns and their values. */
export interface Sparse {
  rows: number;
  columns: number;
  starts: Uint32Array;
  at: Uint32Array;
  values: Float32Array;
}

/** A dense matrix by rows. */
export interface Dense {
  rows: number;
  columns: number;
  values: Float64Array;
}

export function dense(rows: number, columns: number): Dense {
  return { rows, columns, values: new Float64Array(rows * columns) };
}

/** Sparse times dense. */
export function times({ rows, starts, at, values }: Sparse, by: Dense): Dense {
  const width = by.columns;
  const product = dense(rows, width);
  for (let row = 0; row < rows; row++)
    for (let n = starts[row] ?? 0, end = starts[row + 1] ?? 0; n < end; n++)
      add(product.values, row * width, by.values, (at[n] ?? 0) * width, values[n] ?? 0, width);
  return product;
}

/** The sparse matrix, turned, times a dense one. */
export function turnedTimes({ rows, columns, starts, at, values }: Sparse, by: Dense): Dense {
  const width = by.columns;
  const product = dense(columns, width);
  for (let row = 0; row < rows; row++)
    for (let n = starts[row] ?? 0, end = starts[row + 1] ?? 0; n < end; n++)
      add(product.values, (at[n] ?? 0) * width, by.values, row * width, values[n] ?? 0, width);
  return product;
}

function add(
  into: Float64Array,
  start: number,
  from: Float64Array,
  begin: number,
  times: number,
  width: number,
): void {
  for (let n = 0; n < width; n++) into[start + n] = (into[start + n] ?? 0) + times * (from[begin + n] ?? 0);
}

/** Numbers between -1 and 1 that are the same every time (mulberry32). */
export function seeded(rows: number, columns: number, seed: number): Dense {
  const made = dense(rows, columns);
  let state = seed;
  for (let n = 0; n < made.values.length; n++) {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    made.values[n] = ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 31 - 1;
  }
  return made;
}

/** Makes the columns stand upright to each other and of length 1, in place (Cholesky of the columns' products). */
export function orthonormal(matrix: Dense): Dense {
  const { rows, columns, values } = matrix;
  const factor = cholesky(products(matrix), columns);
  for (let row = 0; row < rows; row++) {
    const start = row * columns;
    for (let column = 0; column < columns; column++) {
      let value = values[start + column] ?? 0;
      for (let n = 0; n < column; n++)
        value -= (values[start + n] ?? 0) * (factor[column * columns + n] ?? 0);
      const length = factor[column * columns + column] ?? 0;
      values[start + column] = length > 0 ? value / length : 0;
    }
  }
  return matrix;
}

/** Of each two columns the sum of their products. */
export function products({ rows, columns, values }: Dense): Float64Array {
  const sums = new Float64Array(columns * columns);
  for (let row = 0; row < rows; row++) {
    const start = row * columns;
    for (let one = 0; one < columns; one++) {
      const value = values[start + one] ?? 0;
      if (value !== 0) add(sums, one * columns, values, start, value, one + 1);
    }
  }
  return sums;
}

/** The lower factor. A column that says nothing new becomes nothing. */
function cholesky(sums: Float64Array, size: number): Float64Array {
  const factor = new Float64Array(size * size);
  let largest = 0;
  for (let n = 0; n < size; n++) largest = Math.max(largest, sums[n * size + n] ?? 0);
  for (let row = 0; row < size; row++)
    for (let column = 0; column <= row; column++) {
      let sum = sums[row * size + column] ?? 0;
      for (let n = 0; n < column; n++)
        sum -= (factor[row * size + n] ?? 0) * (factor[column * size + n] ?? 0);
      const length = factor[column * size + column] ?? 0;
      if (row === column) factor[row * size + row] = sum > largest * TINY ? Math.sqrt(sum) : 0;
      else factor[row * size + column] = length > 0 ? sum / length : 0;
    }
  return factor;
}

const TINY = 1e-12;
