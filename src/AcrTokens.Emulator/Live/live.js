// The key is in the address's fragment, which no browser sends. It is kept for a reload, and taken out of the address.
if (location.hash) {
  sessionStorage.setItem('key', location.hash.slice(1));
  history.replaceState(null, '', location.pathname);
}
// The address of an emulator that was started again, in the same tab.
addEventListener('hashchange', () => location.reload());
const headers = { 'x-acr-emulator-key': sessionStorage.getItem('key') ?? '' };

const ROW = 28, MOST = 10_000;
const find = id => document.getElementById(id);
const tokens = new Map(), requests = new Map(), byToken = new Map(), clients = new Set();
let ahead = 0, isConnected = false, several = false, story = null, newestTokens = [], newestRequests = [];
const now = () => Date.now() + ahead;

// ---- what is known of a token

const key = (registry, name) => `${registry}/${name}`.toLowerCase();
const nameOf = token => (several ? `${token.registry}/${token.name}` : token.name);
const live = password => password.until > now();

function statusOf(token) {
  if (token.ending) return token.ending;
  if (!token.enabled) return 'disabled';
  if (token.passwords.length === 0) return 'no password';
  return token.passwords.some(live) ? 'usable' : 'expired';
}
const isUsable = token => statusOf(token) === 'usable';
const isOver = token => !['usable', 'no password'].includes(statusOf(token));

// The last requests of the token's life: who minted it, logged in and pushed.
function lifeOf(token) {
  const [from, to] = [Date.parse(token.createdAt), token.endedAt ? Date.parse(token.endedAt) : Infinity];
  const told = [...(byToken.get(key(token.registry, token.name))?.values() ?? [])];
  const last = (operation, fits) => told.findLast(request =>
    request.operation === operation && request.status >= 200 && request.status < 300 && fits(Date.parse(request.receivedAt)));
  const during = at => at >= from && at <= to;
  return { minted: last('Tokens_Create', at => at <= from), login: last('OAuth2_Token', during), pushed: last('Manifests_Put', during) };
}
const client = request => (request?.userAgent ?? '').split(' ')[0].replace(/^azsdk-[a-z]+-/, '') || (request ? 'unknown' : '');
const image = request => request?.path.replace(/^\/v2\/(.*)\/manifests\/(sha256:)?/, (_, name, digest) => name + (digest ? '@' + digest : ':')) ?? '';

// What may be done to each repository, then the scope map's name.
function scopeOf(token) {
  const allowed = Map.groupBy(token.actions ?? [], action => action.replace(/^repositories\/(.*)\/(content|metadata)\/.*/, '$1'));
  const of = action => action.replace(/^repositories\/.*\/content\//, '').replace(/^repositories\/.*\/metadata\//, 'metadata ');
  return [...[...allowed].map(([repository, actions]) => `${repository} ${actions.map(of).join('+')}`), token.scopeMap ?? ''].join(' · ');
}

// ---- how it is written

const pad = (number, digits = 2) => String(number).padStart(digits, '0');
const clock = date => new Date(date).toISOString().slice(11, 19);
const short = path => path.replace(/^\/subscriptions\/.*\/Microsoft\.ContainerRegistry\/(registries\/[^/]*\/)?/i, '…/');
function left(password) {
  if (password.until === Infinity) return 'never expires';
  const seconds = Math.ceil((password.until - now()) / 1000);
  if (seconds <= 0) return 'expired';
  const [days, hours, minutes] = [Math.floor(seconds / 86400), Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60];
  return days > 0 ? `${days} d ${pad(hours)} h` : `${hours > 0 ? hours + ':' : ''}${pad(minutes)}:${pad(seconds % 60)}`;
}
const hasEnded = request => request.milliseconds >= 0;
const took = ({ milliseconds: ms }) =>
  ms >= 0 ? (ms < 10_000 ? `${ms.toFixed(ms < 10 ? 1 : 0)} ms` : `${(ms / 1000).toFixed(1)} s`) : '…';
const answer = request => request.status || (hasEnded(request) ? 'none' : '…');
const dropped = fault => (fault.drop && fault.drop !== 'none' ? ` drop ${fault.drop}` : '');
const does = fault => `${fault.operation}${fault.status ? ' ' + fault.status : dropped(fault)} × ${fault.times}`;

// ---- a long list: only the rows in sight are in the document, and each keeps its element, so that focus stays

class List {
  constructor(id, columns, update) {
    Object.assign(this, { box: find(id), columns, update, items: [], elements: new Map(), id: item => item });
    this.table = this.box.querySelector('table');
    this.body = this.box.querySelector('tbody');
    this.spaces = [0, 1].map(() => {
      const row = Object.assign(this.body.insertRow(), { className: 'space', ariaHidden: 'true' });
      row.insertCell().colSpan = columns;
      return row;
    });
    this.box.addEventListener('scroll', () => requestAnimationFrame(() => this.render()), { passive: true });
  }

  // The place of the row that has the focus.
  held() {
    const row = this.body.contains(document.activeElement) ? document.activeElement.closest('tr') : null;
    return row ? this.items.findIndex(item => this.elements.get(this.id(item)) === row) : -1;
  }

  // New rows come on top. What is being read, or has the focus, stays where it is.
  show(items, id) {
    const first = Math.floor(this.box.scrollTop / ROW), held = this.held();
    const isInSight = held >= first && held <= first + this.box.clientHeight / ROW;
    const place = isInSight ? held : this.box.scrollTop > 0 ? Math.min(first, this.items.length - 1) : -1;
    const kept = place < 0 ? undefined : id(this.items[place]);
    const moved = place < 0 ? 0 : items.findIndex(item => id(item) === kept) - place;
    Object.assign(this, { items, id });
    if (moved > 0) {
      this.stretch(this.spaces[1], items.length);
      this.box.scrollTop += moved * ROW;
    }
    this.render();
  }

  render() {
    const { items, id } = this, held = this.held();
    const from = Math.max(0, Math.min(Math.floor(this.box.scrollTop / ROW), items.length) - 8);
    const to = Math.min(items.length, from + Math.ceil(this.box.clientHeight / ROW) + 16);
    const shown = items.slice(from, to).map((item, index) => [from + index, item]);
    if (held >= 0 && held < from) shown.unshift([held, items[held]]);
    if (held >= to) shown.push([held, items[held]]);
    const ids = new Set(shown.map(([, item]) => id(item)));
    for (const [known, row] of this.elements) {
      if (ids.has(known)) continue;
      if (row.contains(document.activeElement)) this.box.focus({ preventScroll: true });
      row.remove();
      this.elements.delete(known);
    }
    let next = this.spaces[0].nextSibling;
    for (const [index, item] of shown) {
      let row = this.elements.get(id(item));
      if (!row) {
        row = document.createElement('tr');
        for (let i = 0; i < this.columns; i++) row.insertCell();
        this.elements.set(id(item), row);
      }
      if (row === next) next = row.nextSibling; else this.body.insertBefore(row, next);
      row.ariaRowIndex = index + 2;
      this.update(row, item);
    }
    this.table.ariaRowCount = items.length + 1;
    this.stretch(this.spaces[0], held >= 0 && held < from ? from - 1 : from);
    this.stretch(this.spaces[1], items.length - to - (held >= to ? 1 : 0));
    if (items.length > 0) delete this.box.dataset.empty; else this.box.dataset.empty = 'Nothing here yet, or nothing that fits.';
  }

  stretch(space, rows) {
    space.firstChild.style.height = `${rows * ROW}px`;
  }
}

function write(cell, text, className = '', title = text) {
  text = String(text ?? '');
  if (cell.textContent !== text) cell.textContent = text;
  if (cell.title !== String(title ?? '')) cell.title = title ?? '';
  if (cell.className !== className) cell.className = className;
}
function button(cell, kind, text, label, act) {
  const found = cell.querySelector(`.${kind}`) ?? Object.assign(document.createElement('button'), { type: 'button', className: kind });
  if (found.parentNode !== cell) cell.append(found);
  if (found.textContent !== text) Object.assign(found, { textContent: text, title: label, ariaLabel: kind === 'name' ? text : label });
  found.onclick = act;
}
function removeButton(cell, kind) {
  const found = cell.querySelector(`.${kind}`);
  if (found && found === document.activeElement) cell.parentNode.querySelector('.name').focus();
  found?.remove();
}

const tokenList = new List('tokens', 8, (row, token) => {
  const { minted, login, pushed } = lifeOf(token), status = statusOf(token), cells = row.cells, name = nameOf(token);
  row.className = isOver(token) ? 'over' : '';
  write(cells[0], token.ending ? `${status} ${clock(token.endedAt)}` : status, isOver(token) ? 'over' : status === 'usable' ? 'usable' : '');
  button(cells[1], 'name', name, `${name}: show its requests`, () => tell(token));
  write(cells[2], scopeOf(token));
  write(cells[3], token.passwords.map(password => `${password.name} ${token.ending ? '' : left(password)}`.trim()).join(', '));
  write(cells[4], client(minted), '', minted?.userAgent);
  write(cells[5], login ? clock(login.receivedAt) : '', '', login?.receivedAt);
  write(cells[6], image(pushed));
  const path = `tokens/${encodeURIComponent(token.registry)}/${encodeURIComponent(token.name)}`;
  if (token.ending || !token.enabled) removeButton(cells[7], 'disable');
  else button(cells[7], 'disable', 'Disable', `Disable ${name}`, () => send('PATCH', path, { enabled: false }));
  if (token.ending) removeButton(cells[7], 'delete');
  else button(cells[7], 'delete', 'Delete', `Delete ${name}`, () => send('DELETE', path));
});

const requestList = new List('requests', 7, (row, request) => {
  const failed = request.status >= 400 || (hasEnded(request) && !request.status), cells = row.cells;
  write(cells[0], clock(request.receivedAt), '', request.receivedAt);
  write(cells[1], answer(request), failed ? 'failed' : 'fine');
  write(cells[2], request.operation);
  write(cells[3], client(request), '', request.userAgent);
  if (request.token) {
    const of = { registry: request.registry, name: request.token };
    button(cells[4], 'name', nameOf(of), `${nameOf(of)}: show its requests`, () => tell(of));
  }
  write(cells[5], `${request.method} ${short(request.path)}`, '', `${request.method} ${request.path}`);
  write(cells[6], took(request), 'number');
});

// ---- what is shown

function tell(token) {
  find('requests-token').value = nameOf(token);
  story = key(token.registry, token.name);
  requestList.box.scrollTop = 0;
  refresh();
}

function refresh() {
  const [state, name] = [find('tokens-state').value, find('tokens-name').value.toLowerCase()];
  const shown = newestTokens.filter(token =>
    (!state || (state === 'usable' ? isUsable(token) : isOver(token))) && nameOf(token).toLowerCase().includes(name));
  find('tokens-count').textContent = `${shown.length} of ${tokens.size}`;
  tokenList.show(shown, token => token.id);

  const [part, agent, status] = ['token', 'client', 'status'].map(what => find(`requests-${what}`).value.toLowerCase());
  const has = of => nameOf(of).toLowerCase().includes(part);
  const isOf = ({ registry, token }) => token && (story ? key(registry, token) === story : has({ registry, name: token }));
  const fitting = newestRequests.filter(request => (!part || isOf(request)) && (!agent || client(request).toLowerCase() === agent)
    && (!status || (status === '0' ? !request.status : String(request.status)[0] === status)));
  find('requests-count').textContent = `${fitting.length} of ${requests.size}`;
  requestList.show(fitting, request => request.number);
  tick();
}

function tick() {
  const count = newestTokens.filter(isUsable).length;
  const left = count === 0 ? '✓ Nothing usable is left' : `✗ ${count} usable ${count === 1 ? 'token' : 'tokens'}`;
  const text = isConnected ? left : 'Not connected';
  if (find('usable').textContent !== text) {
    write(find('usable'), text, !isConnected ? '' : count === 0 ? 'none' : 'some');
    document.title = `${text} – acr-emulator`;
  }
  find('clock').textContent = isConnected ? new Date(now()).toISOString().slice(0, 19).replace('T', ' ') + 'Z' : '–';
}

const byCreation = (a, b) => (a.createdAt < b.createdAt ? 1 : a.createdAt > b.createdAt ? -1 : 0);
const simulations = document.querySelectorAll('[data-simulation]');
const valueOf = control => (control.type === 'checkbox' ? 'checked' : 'value');

function apply(update) {
  const begin = performance.now();
  ahead = Date.parse(update.now) - Date.now();
  if (update.operations) {
    for (const known of [tokens, requests, byToken]) known.clear();
    isConnected = true;
    find('connection').textContent = '';
    find('operations').replaceChildren(...update.operations.map(name => Object.assign(document.createElement('option'), { value: name })));
  }
  for (const token of update.tokens ?? []) {
    for (const password of token.passwords) password.until = password.expiry ? Date.parse(password.expiry) : Infinity;
    token.id = key(token.registry, token.name) + token.createdAt;
    tokens.set(token.id, token);
    several ||= token.registry !== tokens.values().next().value.registry;
  }
  for (const request of update.requests ?? []) note(request);
  forgetOldest();
  if (update.tokens || update.operations) newestTokens = [...tokens.values()].reverse().sort(byCreation);
  if (update.requests || update.operations) newestRequests = [...requests.values()].reverse();
  if (update.faults) find('faults').textContent = update.faults.map(does).join(', ') || 'none';
  for (const control of update.simulations ? simulations : []) {
    control.known = update.simulations[control.dataset.simulation];
    // The event may be older than what is being sent.
    if (!control.sending) control[valueOf(control)] = control.known;
  }
  refresh();
  performance.clearMeasures();
  performance.measure('update', { start: begin });
}

function forgetOldest() {
  for (const [id, token] of tokens) {
    if (tokens.size <= MOST) break;
    if (token.ending) tokens.delete(id);
  }
  for (const [number, request] of requests) {
    if (requests.size <= MOST) break;
    requests.delete(number);
    const id = key(request.registry, request.token);
    if (byToken.get(id)?.delete(number) && byToken.get(id).size === 0) byToken.delete(id);
  }
}

function note(request) {
  requests.set(request.number, request);
  const agent = client(request);
  if (!clients.has(agent)) {
    clients.add(agent);
    find('requests-client').append(new Option(agent));
  }
  if (!request.token) return;
  const id = key(request.registry, request.token);
  if (!byToken.has(id)) byToken.set(id, new Map());
  byToken.get(id).set(request.number, request);
}

// ---- to and from the emulator

async function send(method, path, body) {
  const response = await fetch(path, { method, headers, body: body && JSON.stringify(body) }).catch(() => null);
  const refused = response && !response.ok ? await response.json().catch(() => ({})) : {};
  find('connection').textContent = response?.ok ? '' : response ? (refused.error ?? `${response.status}`) : 'The emulator does not answer.';
  return response;
}

// Reads events until the emulator ends. Returns whether it knows the key.
async function listen() {
  const response = await fetch('events', { headers });
  if (response.status === 401) return false;
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  const begun = [];
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    const lines = read.value.split('\n');
    while (lines.length > 1) {
      const line = begun.splice(0).join('') + lines.shift();
      if (line) apply(JSON.parse(line.slice('data: '.length)));
    }
    begun.push(lines[0]);
  }
  return true;
}

async function keepListening() {
  while (await listen().catch(() => true)) {
    isConnected = false;
    tick();
    find('connection').textContent = 'The emulator has ended. Waiting for it …';
    await new Promise(resolve => setTimeout(resolve, 2000));
  }
  tick();
  find('connection').textContent = (headers['x-acr-emulator-key'] ? 'This is not the key of the emulator that runs now' : 'The key is missing')
    + ': open the address that it printed at its start, to a terminal or with --print-key.';
}

find('requests-token').addEventListener('input', () => { story = null; });
for (const filter of document.querySelectorAll('.bar [id*="s-"]')) filter.addEventListener('input', refresh);
for (const form of document.forms) form.addEventListener('submit', event => event.preventDefault());
for (const by of document.querySelectorAll('[data-advance]')) by.onclick = () => send('POST', 'clock', { advance: by.dataset.advance });
for (const control of simulations) control.addEventListener('change', async () => {
  control.sending = (control.sending ?? 0) + 1;
  const response = await send('POST', 'simulations', { [control.dataset.simulation]: control[valueOf(control)] });
  control.sending--;
  if (!response?.ok && 'known' in control) control[valueOf(control)] = control.known;
});
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
