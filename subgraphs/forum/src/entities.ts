import { Comment } from './comments/model.ts';
import { Community } from './communities/model.ts';
import { Post } from './posts/model.ts';

/** Every entity of this service. */
export const entities = [Community, Post, Comment];
