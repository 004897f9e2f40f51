/** A merged wake-up for one waiter: any number of raises before the next wait are one. */
export interface Signal {
  raise(): void;
  /**
   * Resolves at the next raise (at once when one is pending), or after the time given. Whoever looks for work
   * after it resolves has seen everything that was raised until then.
   */
  wait(milliseconds: number): Promise<void>;
}

export function signalOf(): Signal {
  let raised = false;
  let wake: (() => void) | null = null;
  return {
    raise: () => {
      raised = true;
      wake?.();
    },
    wait: async (milliseconds) => {
      if (!raised) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, milliseconds);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
        wake = null;
      }
      raised = false;
    },
  };
}
