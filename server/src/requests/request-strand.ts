import { PrimaryKeyProp, ref, type Ref } from '@mikro-orm/core';
import { Entity, ManyToOne } from '@mikro-orm/decorators/legacy';
import { Strand } from '../strands/strand.ts';
import { Request } from './request.ts';

/** A request belongs to none, one or several strands. */
@Entity()
export class RequestStrand {
  [PrimaryKeyProp]?: ['request', 'strand'];
  @ManyToOne(() => Request, { ref: true, primary: true, index: false }) request: Ref<Request>;
  @ManyToOne(() => Strand, { ref: true, primary: true }) strand: Ref<Strand>;

  constructor(request: Request, strand: Strand) {
    this.request = ref(request);
    this.strand = ref(strand);
  }
}
