/**
 * Runs in the explorer's page before the explorer. Of what a socket tells, the explorer shows answers, and of everything else
 * that it is a "Server Error": so an operation that is refused is made an answer that has errors, and a socket that closes is
 * given words. It has one token for a socket, and would come back with it. Of the tabs that it is given it opens on the last.
 */
export const explorerScript = (tabs: number): string => `
window.WebSocket = class extends WebSocket {
  constructor(...where) {
    super(...where);
    this.addEventListener('message', (event) => {
      const { id, type, payload } = JSON.parse(event.data);
      if (type !== 'error') return;
      event.stopImmediatePropagation();
      for (const message of [{ id, type: 'next', payload: { errors: payload } }, { id, type: 'complete' }])
        this.dispatchEvent(new MessageEvent('message', { data: JSON.stringify(message) }));
    });
    this.addEventListener('close', (event) => {
      const { code, reason } = event;
      event.message ??= (reason || 'The socket was lost') + ' (close code ' + code + ')';
      if (code !== 4403) return;
      event.stopImmediatePropagation();
      this.dispatchEvent(Object.assign(new CloseEvent('close', { code: 4401, reason }), { message: event.message }));
    });
  }
};
if (!localStorage.getItem('agora-tour')) {
  localStorage.setItem('agora-tour', 'begun');
  const tabs = document.getElementsByClassName('window-switcher__input');
  new MutationObserver((_, observer) => {
    if (tabs.length !== ${tabs}) return;
    observer.disconnect();
    tabs[0].click();
  }).observe(document, { childList: true, subtree: true });
}
`;
