import { Comment } from './model/comment.ts';
import { Community } from './model/community.ts';
import { Post } from './model/post.ts';

/** Every entity of this service. */
export const entities = [Community, Post, Comment];
