// The language server as a process of its own: what the extension starts, and `docket lsp --stdio`.
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { serve } from './lsp/serve.ts';

serve(createConnection(ProposedFeatures.all));
