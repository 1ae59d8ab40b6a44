export function identityOf(pid: number): string | null;
export function isOutOfFiles(error: unknown): boolean;
