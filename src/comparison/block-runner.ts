/** Works through blocks one after another in one thread. */
export interface BlockRunner<Task, Result> {
  run(task: Task): Promise<Result>;
  /** Frees the native memory. */
  close(): Promise<void>;
}
