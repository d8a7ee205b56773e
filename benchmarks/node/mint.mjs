// Signs in, mints and disables with Azure's own client for Node.js.
import { createRequire } from "node:module";
import { randomUUID } from "node:crypto";
import path from "node:path";

// The packages are where the tests have them.
const load = createRequire(path.join(process.env.NODE_PACKAGES, "package.json"));
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
const registry = `/subscriptions/${AZURE_SUBSCRIPTION_ID}/resourceGroups/${at[0]}/providers/Microsoft.ContainerRegistry/registries/${at[1]}`;
const name = `node-${randomUUID().slice(0, 8)}`;

const token = await client.tokens.create(...at, name, { scopeMapId: `${registry}/scopeMaps/_repositories_push` });
const made = await client.registries.generateCredentials(...at, { tokenId: token.id, name: "password1", expiry: new Date(Date.now() + 1800_000) });
const disabled = await client.tokens.update(...at, name, { status: "disabled" });
process.exitCode = made.passwords?.some((p) => p.value) && disabled.status === "disabled" ? 0 : 1;
