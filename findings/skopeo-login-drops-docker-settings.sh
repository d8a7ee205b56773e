#!/usr/bin/env bash
# skopeo 1.9.3 (Debian 12) and the configuration that it shares with docker's client.
#
# REGISTRY_AUTH_FILE may name docker's own config.json, and skopeo reads the logins in it. "skopeo login" to that file rewrites it
# with the keys that skopeo knows: auths and credHelpers. The current context, the proxies, the headers, the plugin folders and the
# credential store are lost. docker then talks to another engine, builds without a proxy, and has lost its stored logins.
#
# So do not point a tool that logs in at docker's own file, or restore the lost keys afterwards.
# Seen: the lines that are compared at the end. Exits with 1 if they change.
set -euo pipefail

work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server"; rm -rf "$work"' EXIT
cd "$work"

apt-get download -qq skopeo=1.9.3+ds1-1+b10 2>/dev/null || apt-get download -qq skopeo
dpkg -x skopeo_*.deb skopeo
skopeo=$work/skopeo/usr/bin/skopeo

# A registry that accepts any user.
cat >registry.py <<'PY'
import http.server

class Registry(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        allowed = "Authorization" in self.headers
        self.send_response(200 if allowed else 401)
        if not allowed:
            self.send_header("WWW-Authenticate", 'Basic realm="registry"')
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_):
        pass

server = http.server.HTTPServer(("127.0.0.1", 0), Registry)
print(server.server_port, flush=True)
server.serve_forever()
PY
python3 registry.py >port &
server=$!
until [ -s port ]; do sleep 0.1; done

cat >config.json <<'JSON'
{
  "auths": { "registry.example": {} },
  "credHelpers": { "other.example": "helper" },
  "credsStore": "desktop",
  "currentContext": "remote",
  "HttpHeaders": { "X-Team": "builds" },
  "proxies": { "default": { "httpProxy": "http://proxy.example:3128" } },
  "cliPluginsExtraDirs": ["/opt/plugins"]
}
JSON
echo not-a-password | "$skopeo" login --tls-verify=false --authfile config.json --username ci --password-stdin "localhost:$(cat port)" >/dev/null

seen="$("$skopeo" --version | cut -d' ' -f1-3)
keeps: $(python3 -c 'import json; print(" ".join(sorted(json.load(open("config.json")))))')"
echo "$seen"
[ "$seen" = "skopeo version 1.9.3
keeps: auths credHelpers" ]
