export interface Cluster {
  url: string;
  port: number;
  pid: number;
  stop(): Promise<void>;
}

export function findServer(): string | null;
export function startCluster(bin: string): Promise<Cluster>;
