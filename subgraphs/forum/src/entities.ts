import { Comment } from './comments/model.ts';
import { Community } from './communities/model.ts';
import { Post } from './posts/model.ts';
import { Aversion } from './relations/model.ts';

/** Every entity of this service. */
export const entities = [Aversion, Community, Post, Comment];
