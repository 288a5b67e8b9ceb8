/** Every test reads symbols as the program does. */
import '../host/grammars.ts';
