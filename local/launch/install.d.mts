export function isInstalled(root: string, program?: { readonly forUsers?: boolean }): boolean;
