export declare function bundleViewer(file: string): Promise<void>;
