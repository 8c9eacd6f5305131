/** How one service wants to be asked, and how it answers. */
export type RobotChannel = {
  /** What is posted: signed as the service demands where the robot has a secret. */
  requestOf(message: { address: string; secret: string | null; text: string; now: Date }): {
    address: string;
    body: Readonly<Record<string, unknown>>;
  };
  /** What an answer says: null where the message was taken. */
  refusalOf(answer: unknown): RobotRefusal | null;
};

/** Why a message was not taken; `isFinal` where the same message will not be taken later either. */
export type RobotRefusal = { code: number; text: string; isFinal: boolean };
