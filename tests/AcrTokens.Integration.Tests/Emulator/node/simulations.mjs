// What Azure's package makes of each simulation: reads [{ simulations, operation }] and prints a line for each as JSON on the last line.
import { createRequire } from "node:module";
import path from "node:path";

const load = createRequire(path.join(process.env.NODE_PROOF_FOLDER, "package.json"));
const { ContainerRegistryManagementClient } = load("@azure/arm-containerregistry");
const { ClientSecretCredential } = load("@azure/identity");

const { AZURE_TENANT_ID, AZURE_CLIENT_ID, AZURE_CLIENT_SECRET, AZURE_AUTHORITY_HOST, AZURE_SUBSCRIPTION_ID, ACR_EMULATOR_ARM, ACR_EMULATOR_KEY } = process.env;
const credential = new ClientSecretCredential(AZURE_TENANT_ID, AZURE_CLIENT_ID, AZURE_CLIENT_SECRET, { authorityHost: AZURE_AUTHORITY_HOST, disableInstanceDiscovery: true });
const client = new ContainerRegistryManagementClient(credential, AZURE_SUBSCRIPTION_ID, {
  endpoint: ACR_EMULATOR_ARM.replace(/\/$/, ""),
  credentials: { scopes: ["https://management.azure.com/.default"] },
});
const at = ["my-resource-group", "myregistry"];
const control = (method, body) =>
  fetch(`${ACR_EMULATOR_ARM}_emulator/simulations`, { method, headers: { "x-acr-emulator-key": ACR_EMULATOR_KEY }, body: body && JSON.stringify(body) });

const scopeMapId = `${(await client.registries.get(...at)).id}/scopeMaps/_repositories_push`;
const operations = {
  create: (name) => client.tokens.create(...at, name, { scopeMapId, status: "enabled" }),
  disable: (name) => client.tokens.update(...at, name, { status: "disabled" }),
  delete: (name) => client.tokens.delete(...at, name),
};

const told = [];
for (const [i, { simulations, operation }] of JSON.parse(process.argv[2]).entries()) {
  const name = `node-token-${i}`;
  if (operation !== "create") await operations.create(name);
  await control("POST", simulations);
  told.push(await operations[operation](name).then(
    (made) => `done${made?.status ? `, status ${made.status}` : ""}`,
    (error) => `${error.name} ${error.statusCode ?? ""} ${error.code ?? ""}: ${error.message.trim().split("\n")[0]}`,
  ));
  await control("DELETE");
}
console.log(JSON.stringify(told));
