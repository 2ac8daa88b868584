export declare const leanMemory: readonly string[];
export declare function becomeLean(): void;
