// The key is in the address's fragment, which no browser sends. It is kept for a reload, and taken out of the address.
if (location.hash) {
  sessionStorage.setItem('key', location.hash.slice(1));
  history.replaceState(null, '', location.pathname);
}
const headers = { 'x-acr-emulator-key': sessionStorage.getItem('key') ?? '' };

const ROW = 28, MOST = 10_000;
const find = id => document.getElementById(id);
const tokens = new Map(), requests = new Map(), byToken = new Map(), clients = new Set();
let ahead = 0;
const now = () => Date.now() + ahead;

// ---- what is known of a token

const key = (registry, name) => `${registry}/${name}`.toLowerCase();
const live = password => !password.expiry || Date.parse(password.expiry) > now();

function statusOf(token) {
  if (token.ending) return `${token.ending} ${clock(token.endedAt)}`;
  if (!token.enabled) return 'disabled';
  if (token.passwords.length === 0) return 'no password';
  return token.passwords.some(live) ? 'usable' : 'expired';
}
const isUsable = token => statusOf(token) === 'usable';
const isOver = token => !['usable', 'no password'].includes(statusOf(token));

// The last request of the token's life that fits.
function lastOf(token, operation, within) {
  const [from, to] = [Date.parse(token.createdAt), token.endedAt ? Date.parse(token.endedAt) : Infinity];
  return byToken.get(key(token.registry, token.name))?.findLast(request => {
    const at = Date.parse(request.receivedAt);
    return request.operation === operation && request.status >= 200 && request.status < 300 && within(at, from, to);
  });
}
const during = (at, from, to) => at >= from && at <= to;
const client = request => (request?.userAgent ?? '').split(' ')[0].replace(/^azsdk-[a-z]+-/, '') || (request ? 'unknown' : '');
const image = request => request?.path.replace(/^\/v2\/(.*)\/manifests\/(sha256:)?/, (_, name, digest) => name + (digest ? '@' + digest : ':')) ?? '';

function scopeOf(token) {
  const parts = token.actions?.map(action => action.replace(/^repositories\//, '').replace('/content/', ' ').replace('/metadata/', ' metadata '));
  return parts ? `${token.scopeMap}: ${parts.join(', ')}` : token.scopeMap ?? '';
}

// ---- how it is written

const pad = (number, digits = 2) => String(number).padStart(digits, '0');
const clock = date => new Date(date).toISOString().slice(11, 19);
function left(password) {
  if (!password.expiry) return 'never expires';
  const seconds = Math.ceil((Date.parse(password.expiry) - now()) / 1000);
  if (seconds <= 0) return 'expired';
  const [days, hours, minutes] = [Math.floor(seconds / 86400), Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60];
  return days > 0 ? `${days} d ${pad(hours)} h` : `${hours > 0 ? hours + ':' : ''}${pad(minutes)}:${pad(seconds % 60)}`;
}
function took(request) {
  const match = /^(?:(\d+)\.)?(\d+):(\d+):(\d+(?:\.\d+)?)$/.exec(request.duration ?? '');
  if (!match) return '…';
  const ms = ((Number(match[1] ?? 0) * 24 + Number(match[2])) * 60 + Number(match[3])) * 60_000 + Number(match[4]) * 1000;
  return ms < 10 ? `${ms.toFixed(1)} ms` : ms < 10_000 ? `${ms.toFixed(0)} ms` : `${(ms / 1000).toFixed(1)} s`;
}
const answer = request => request.status || (request.duration ? 'none' : '…');

// ---- a long list: only the rows in sight are in the document, and each keeps its element, so that focus stays

class List {
  constructor(id, columns, update) {
    Object.assign(this, { box: find(id), columns, update, items: [], elements: new Map() });
    this.table = this.box.querySelector('table');
    this.body = this.box.querySelector('tbody');
    this.spaces = [0, 1].map(() => {
      const row = Object.assign(this.body.insertRow(), { className: 'space', ariaHidden: 'true' });
      row.insertCell().colSpan = columns;
      return row;
    });
    this.box.addEventListener('scroll', () => requestAnimationFrame(() => this.render()), { passive: true });
  }

  // New rows come on top. What is being read stays where it is.
  show(items, id) {
    if (this.box.scrollTop > 0 && this.items.length > 0) {
      const first = Math.floor(this.box.scrollTop / ROW), anchor = this.items[Math.min(first, this.items.length - 1)];
      const moved = items.findIndex(item => id(item) === id(anchor));
      if (moved >= 0) this.box.scrollTop += (moved - first) * ROW;
    }
    Object.assign(this, { items, id });
    this.render();
  }

  render() {
    const first = Math.max(0, Math.floor(this.box.scrollTop / ROW) - 8);
    const shown = this.items.slice(first, first + Math.ceil(this.box.clientHeight / ROW) + 16);
    const ids = new Set(shown.map(this.id));
    for (const [id, row] of this.elements) if (!ids.has(id)) { row.remove(); this.elements.delete(id); }
    let next = this.spaces[0].nextSibling;
    shown.forEach((item, index) => {
      const id = this.id(item);
      let row = this.elements.get(id);
      if (!row) {
        row = document.createElement('tr');
        for (let i = 0; i < this.columns; i++) row.insertCell();
        this.elements.set(id, row);
      }
      if (row === next) next = row.nextSibling; else this.body.insertBefore(row, next);
      row.ariaRowIndex = first + index + 2;
      this.update(row, item);
    });
    this.table.ariaRowCount = this.items.length + 1;
    this.spaces[0].firstChild.style.height = `${first * ROW}px`;
    this.spaces[1].firstChild.style.height = `${Math.max(0, this.items.length - first - shown.length) * ROW}px`;
  }
}

function write(cell, text, className = '') {
  text = String(text ?? '');
  if (cell.textContent !== text) { cell.textContent = text; cell.title = text; }
  if (cell.className !== className) cell.className = className;
}
function button(cell, text, label, className, act) {
  let found = [...cell.children].find(child => child.dataset.does === text);
  if (!found) {
    found = Object.assign(document.createElement('button'), { type: 'button', textContent: text, className, title: label, ariaLabel: label });
    found.dataset.does = text;
    cell.append(found);
  }
  found.onclick = act;
}

const tokenList = new List('tokens', 8, (row, token) => {
  const status = statusOf(token), over = isOver(token), login = lastOf(token, 'OAuth2_Token', during);
  const cells = row.cells, name = find('tokens').dataset.several ? key(token.registry, token.name) : token.name;
  row.className = over ? 'over' : '';
  button(cells[0], name, `Show the requests of ${name}`, 'name', () => tell(token.name));
  write(cells[1], scopeOf(token));
  write(cells[2], status, status === 'usable' ? 'usable' : '');
  write(cells[3], token.passwords.map(password => `${password.name} ${token.ending ? '' : left(password)}`.trim()).join(', '));
  write(cells[4], client(lastOf(token, 'Tokens_Create', (at, from) => at <= from)));
  write(cells[5], login ? clock(login.receivedAt) : '');
  write(cells[6], image(lastOf(token, 'Manifests_Put', during)));
  if (token.ending) cells[7].replaceChildren();
  else {
    const path = `tokens/${token.registry}/${token.name}`;
    if (token.enabled) button(cells[7], 'Disable', `Disable ${name}`, '', () => send('PATCH', path, { enabled: false }));
    else cells[7].querySelector('[data-does=Disable]')?.remove();
    button(cells[7], 'Delete', `Delete ${name}`, '', () => send('DELETE', path));
  }
});

const requestList = new List('requests', 7, (row, request) => {
  const failed = request.status >= 400 || (request.duration && !request.status);
  [clock(request.receivedAt), client(request), request.operation, answer(request), took(request)]
    .forEach((text, i) => write(row.cells[i], text, i !== 3 ? '' : failed ? 'failed' : 'fine'));
  if (request.token) button(row.cells[5], request.token, `Show the requests of ${request.token}`, 'name', () => tell(request.token));
  write(row.cells[6], `${request.method} ${request.path}`);
});

// ---- what is shown

function tell(name) {
  find('requests-token').value = name;
  refresh();
}

function refresh() {
  const [state, name] = [find('tokens-state').value, find('tokens-name').value.toLowerCase()];
  const all = [...tokens.values()].sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
  const shown = all.filter(token => (!state || (state === 'usable' ? isUsable(token) : isOver(token))) && token.name.toLowerCase().includes(name));
  find('tokens-count').textContent = `${shown.length} of ${all.length}`;
  tokenList.show(shown, token => key(token.registry, token.name) + token.createdAt);

  const [token, agent, status] = ['token', 'client', 'status'].map(what => find(`requests-${what}`).value.toLowerCase());
  const fits = request => (!token || request.token?.toLowerCase().includes(token)) && (!agent || client(request).toLowerCase() === agent)
    && (!status || (status === '0' ? !request.status : String(request.status)[0] === status));
  const fitting = [...requests.values()].reverse().filter(fits);
  find('requests-count').textContent = `${fitting.length} of ${requests.size}`;
  requestList.show(fitting, request => request.number);
  tick();
}

function tick() {
  const count = [...tokens.values()].filter(isUsable).length;
  const text = count === 0 ? '✓ Nothing usable is left' : `✗ ${count} usable ${count === 1 ? 'token' : 'tokens'}`;
  if (find('usable').textContent !== text) {
    write(find('usable'), text, count === 0 ? 'none' : 'some');
    document.title = `${text} – acr-emulator`;
  }
  find('clock').textContent = new Date(now()).toISOString().slice(0, 19).replace('T', ' ') + 'Z';
}

function apply(update) {
  performance.mark('update');
  ahead = Date.parse(update.now) - Date.now();
  if (update.operations) {
    for (const known of [tokens, requests, byToken]) known.clear();
    find('operations').replaceChildren(...update.operations.map(name => Object.assign(document.createElement('option'), { value: name })));
  }
  for (const token of update.tokens ?? []) {
    const id = key(token.registry, token.name) + token.createdAt;
    tokens.set(id, token);
    if (token.registry !== tokens.values().next().value.registry) find('tokens').dataset.several = 'true';
  }
  for (const { number, request } of update.requests ?? []) note({ number, ...request });
  forgetOldest();
  if (update.faults) find('faults').textContent = update.faults.length === 0 ? 'none' : update.faults.map(fault => `${fault.operation} × ${fault.times}`).join(', ');
  for (const control of update.simulations ? document.querySelectorAll('[data-simulation]') : []) {
    const value = update.simulations[control.dataset.simulation];
    if (control.type === 'checkbox') control.checked = value; else control.value = value;
  }
  refresh();
  performance.measure('update', 'update');
}

function forgetOldest() {
  for (const [id, token] of tokens) {
    if (tokens.size <= MOST) break;
    if (token.ending) tokens.delete(id);
  }
  for (const [number, request] of requests) {
    if (requests.size <= MOST) break;
    requests.delete(number);
    const told = request.token && byToken.get(key(request.registry, request.token));
    if (told) told.splice(told.indexOf(request), 1);
  }
}

function note(request) {
  const before = requests.get(request.number);
  requests.set(request.number, request);
  if (!clients.has(client(request))) {
    clients.add(client(request));
    find('requests-client').append(new Option(client(request)));
  }
  if (!request.token) return;
  const id = key(request.registry, request.token);
  if (!byToken.has(id)) byToken.set(id, []);
  const told = byToken.get(id), place = before ? told.indexOf(before) : -1;
  if (place < 0) told.push(request); else told[place] = request;
}

// ---- to and from the emulator

async function send(method, path, body) {
  const response = await fetch(path, { method, headers, body: body && JSON.stringify(body) }).catch(() => null);
  find('connection').textContent = response?.ok ? '' : response ? (await response.json().catch(() => ({}))).error ?? `${response.status}` : 'The emulator does not answer.';
  return response;
}

async function listen() {
  const response = await fetch('events', { headers });
  if (response.status === 401) throw new Error('The key is missing: open the address that the emulator prints in a terminal, or with --print-key.');
  find('connection').textContent = '';
  const begun = [];
  for await (const text of response.body.pipeThrough(new TextDecoderStream())) {
    const lines = text.split('\n');
    while (lines.length > 1) {
      const line = begun.splice(0).join('') + lines.shift();
      if (line) apply(JSON.parse(line.slice('data: '.length)));
    }
    begun.push(lines[0]);
  }
}

async function keepListening() {
  for (;;) {
    try { await listen(); } catch (error) { if (error.message.startsWith('The key')) { find('connection').textContent = error.message; return; } }
    find('connection').textContent = 'The emulator has ended. Waiting for it …';
    await new Promise(resolve => setTimeout(resolve, 2000));
  }
}

for (const id of ['tokens-state', 'tokens-name', 'requests-token', 'requests-client', 'requests-status']) find(id).addEventListener('input', refresh);
for (const form of document.forms) form.addEventListener('submit', event => event.preventDefault());
for (const by of document.querySelectorAll('[data-advance]')) by.addEventListener('click', () => send('POST', 'clock', { advance: by.dataset.advance }));
for (const control of document.querySelectorAll('[data-simulation]'))
  control.addEventListener('change', () => send('POST', 'simulations', { [control.dataset.simulation]: control.type === 'checkbox' ? control.checked : control.value }));
find('fault').addEventListener('submit', event => {
  const { operation, what, times } = Object.fromEntries(new FormData(event.target));
  send('POST', 'faults', { operation, times: Number(times), ...(Number(what) ? { status: Number(what) } : { drop: what }) });
});
find('clear-faults').addEventListener('click', () => send('DELETE', 'faults'));
find('save').addEventListener('click', async () => {
  const response = await send('GET', 'requests');
  if (!response?.ok) return;
  const address = URL.createObjectURL(await response.blob());
  Object.assign(document.createElement('a'), { href: address, download: 'requests.json' }).click();
  URL.revokeObjectURL(address);
});
addEventListener('resize', () => requestAnimationFrame(refresh));
setInterval(refresh, 1000);
keepListening();
