import { ArrayType, type Platform, type TransformContext } from '@mikro-orm/core';

/**
 * Texts in a `text[]` column, each in quotes: without them the database reads the word NULL as nothing at all, and
 * drops the blanks around a text.
 */
export class TextArray extends ArrayType<string> {
  override convertToDatabaseValue(
    value: string[] | null,
    platform: Platform,
    context?: TransformContext,
  ): string | null {
    if (!Array.isArray(value)) return super.convertToDatabaseValue(value, platform, context);
    return `{${value.map((text) => `"${text.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
  }

  override getColumnType(): string {
    return 'text[]';
  }
}
