import { Disposable, LanguageStatusSeverity, l10n, languages } from 'vscode';
import { type LanguageClient, State } from 'vscode-languageclient/node';

/** `docket/status`: what the server found, in the language of the project. */
interface ServerStatus {
  text: string;
  detail?: string;
  severity: 'information' | 'warning' | 'error';
  busy?: boolean;
}

const SEVERITIES = {
  information: LanguageStatusSeverity.Information,
  warning: LanguageStatusSeverity.Warning,
  error: LanguageStatusSeverity.Error,
};

/** One entry behind the braces of the status bar; no notification ever. */
export function showStatus(client: LanguageClient): Disposable {
  const item = languages.createLanguageStatusItem('docket.status', [{ scheme: 'file' }]);
  item.name = 'Docket';
  item.command = { command: 'docket.showOutput', title: l10n.t('Show output') };

  const show = ({ text, detail, severity, busy = false }: ServerStatus) => {
    Object.assign(item, { text, detail, severity: SEVERITIES[severity], busy });
  };
  const showState = (state: State) => {
    if (state === State.Starting) show({ text: l10n.t('Docket is starting'), severity: 'information', busy: true });
    if (state === State.Stopped) show({ text: l10n.t('Docket has stopped'), severity: 'error' });
    if (state === State.Running) show({ text: 'Docket', severity: 'information' });
  };
  showState(client.state);
  return Disposable.from(
    item,
    client.onDidChangeState(({ newState }) => showState(newState)),
    client.onNotification('docket/status', show),
  );
}
