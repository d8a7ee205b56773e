// Every operation on tokens, scope maps and credentials that the client has, and what came of each, as JSON on the last line.
import { createRequire } from "node:module";
import path from "node:path";

// The packages are beside the sources, not beside what was built.
const load = createRequire(path.join(process.env.NODE_PROOF_FOLDER, "package.json"));
const { ContainerRegistryManagementClient } = load("@azure/arm-containerregistry");
const { ClientSecretCredential } = load("@azure/identity");

const { AZURE_TENANT_ID, AZURE_CLIENT_ID, AZURE_CLIENT_SECRET, AZURE_AUTHORITY_HOST, AZURE_SUBSCRIPTION_ID, ACR_EMULATOR_ARM } = process.env;
const credential = new ClientSecretCredential(AZURE_TENANT_ID, AZURE_CLIENT_ID, AZURE_CLIENT_SECRET, {
  authorityHost: AZURE_AUTHORITY_HOST,
  disableInstanceDiscovery: true,
});
const client = new ContainerRegistryManagementClient(credential, AZURE_SUBSCRIPTION_ID, {
  endpoint: ACR_EMULATOR_ARM.replace(/\/$/, ""),
  credentials: { scopes: ["https://management.azure.com/.default"] },
});
const at = ["my-resource-group", "myregistry"];
const all = async (list) => {
  const found = [];
  for await (const item of list) found.push(item);
  return found;
};

const registry = await client.registries.get(...at);
const registries = await all(client.registries.list());
const inGroup = await all(client.registries.listByResourceGroup(at[0]));
const id = (name) => `${registry.id}/scopeMaps/${name}`;

const map = await client.scopeMaps.create(...at, "node-map", { description: "from Node", actions: ["repositories/samples/app/content/read"] });
const changedMap = await client.scopeMaps.update(...at, "node-map", { actions: ["repositories/samples/app/content/read", "repositories/samples/app/content/write"] });
const maps = await all(client.scopeMaps.list(...at));

const created = await client.tokens.create(...at, "node-token", { scopeMapId: id("node-map"), status: "enabled" });
const generated = await client.registries.generateCredentials(...at, { tokenId: created.id, name: "password1", expiry: new Date(Date.now() + 3600_000) });
const disabled = await client.tokens.update(...at, "node-token", { status: "disabled", credentials: { passwords: [] } });
const read = await client.tokens.get(...at, "node-token");
const tokens = await all(client.tokens.list(...at));
await client.tokens.delete(...at, "node-token");
const missing = await client.tokens.get(...at, "node-token").catch((error) => ({ status: error.statusCode, code: error.code }));
await client.scopeMaps.delete(...at, "node-map");

const admin = await client.registries.listCredentials(...at);
const renewed = await client.registries.regenerateCredential(...at, { name: "password2" });

console.log(JSON.stringify({
  loginServer: registry.loginServer,
  registries: registries.length,
  inGroup: inGroup.length,
  map: map.name,
  actions: changedMap.actions,
  maps: maps.map((m) => m.name),
  created: created.provisioningState,
  passwords: generated.passwords.map((p) => ({ name: p.name, length: p.value?.length })),
  disabled: disabled.status,
  left: read.credentials?.passwords?.length ?? 0,
  tokens: tokens.map((t) => t.name),
  missing,
  renewed: admin.passwords.map((p, i) => p.value !== renewed.passwords[i].value),
}));
