import { Comment } from './comment.ts';
import { Community } from './community.ts';
import { Post } from './post.ts';

/** Every entity of this service. */
export const entities = [Community, Post, Comment];
