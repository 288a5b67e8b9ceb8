// What validators.js holds: a validator a kind, by key. Written by hand; the module itself is generated.
import type { Validator } from '../validator.ts';

export declare const validators: ReadonlyMap<string, Validator>;
