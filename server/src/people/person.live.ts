import { Field, ID, ObjectType } from 'type-graphql';
import { Role } from './person.ts';

/** A person as anybody in a stream may see them: no field depends on who is looking. */
@ObjectType({ description: 'A person, as far as everyone who reads the stream may know them.' })
export class FeedPerson {
  @Field(() => ID, { description: 'Global id.' }) id: string;
  @Field(() => String, { description: 'Their name in addresses.' }) handle: string;
  @Field(() => String, { description: 'The name they go by.' }) displayName: string;
  @Field(() => Role, { description: 'What they are to the hub.' }) role: Role;
  @Field(() => Boolean, { description: 'Staff checked who they are.' }) isVerified: boolean;
}
