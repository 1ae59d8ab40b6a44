export function identityOf(pid: number): string | null;
