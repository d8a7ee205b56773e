// Every operation that Azure's client for a registry's content has, in a repository with slashes, and what came of each, as JSON on the last line.
import { createHash, randomBytes } from "node:crypto";
import { createRequire } from "node:module";
import path from "node:path";

const load = createRequire(path.join(process.env.NODE_PROOF_FOLDER, "package.json"));
const { ContainerRegistryClient, ContainerRegistryContentClient } = load("@azure/container-registry");
const { ClientSecretCredential } = load("@azure/identity");

const { AZURE_TENANT_ID, AZURE_CLIENT_ID, AZURE_CLIENT_SECRET, AZURE_AUTHORITY_HOST, ACR_EMULATOR_REGISTRY } = process.env;
const credential = new ClientSecretCredential(AZURE_TENANT_ID, AZURE_CLIENT_ID, AZURE_CLIENT_SECRET, {
  authorityHost: AZURE_AUTHORITY_HOST,
  disableInstanceDiscovery: true,
});
const name = "team/samples/app";
const client = new ContainerRegistryClient(ACR_EMULATOR_REGISTRY, credential);
const content = new ContainerRegistryContentClient(ACR_EMULATOR_REGISTRY, name, credential);
const repository = client.getRepository(name);
const all = async (list) => {
  const found = [];
  for await (const item of list) found.push(item);
  return found;
};
const pages = async (list, maxPageSize) => {
  const found = [];
  for await (const page of list.byPage({ maxPageSize })) found.push(page.length);
  return found;
};
const code = async (action) => {
  try {
    await action();
    return "done";
  } catch (error) {
    return `${error.statusCode} ${JSON.parse(error.response.bodyAsText).errors[0].code}`;
  }
};

// Above the client's own size of a chunk, 4 MiB.
const layer = randomBytes(5 * 1024 * 1024);
const config = Buffer.from(JSON.stringify({ architecture: "arm64", os: "linux" }));
const uploaded = await content.uploadBlob(layer);
const uploadedConfig = await content.uploadBlob(config);
const hash = createHash("sha256");
for await (const piece of (await content.downloadBlob(uploaded.digest)).content) hash.update(piece);

const manifest = {
  schemaVersion: 2,
  mediaType: "application/vnd.oci.image.manifest.v1+json",
  config: { mediaType: "application/vnd.oci.image.config.v1+json", digest: uploadedConfig.digest, size: uploadedConfig.sizeInBytes },
  layers: [{ mediaType: "application/vnd.oci.image.layer.v1.tar", digest: uploaded.digest, size: uploaded.sizeInBytes }],
};
const digests = [];
for (const tag of ["v1", "v2", "v3"]) digests.push((await content.setManifest({ ...manifest, annotations: { tag } }, { tag })).digest);
const untagged = (await content.setManifest({ ...manifest, annotations: { tag: "none" } })).digest;
const got = await content.getManifest("v1");

const artifact = client.getArtifact(name, "v1");
const locked = await artifact.updateTagProperties("v1", { canDelete: false, canWrite: false });
const refused = await code(() => artifact.deleteTag("v1"));
await artifact.updateTagProperties("v1", { canDelete: true, canWrite: true });
const manifestLocked = await artifact.updateManifestProperties({ canRead: false });
const unread = await code(() => content.getManifest("v1"));
await artifact.updateManifestProperties({ canRead: true });
const hidden = await repository.updateProperties({ canList: false });
const namesWhileHidden = await all(client.listRepositoryNames());
await repository.updateProperties({ canList: true });

const properties = await repository.getProperties();
const tag = await artifact.getTagProperties("v1");
const shown = await artifact.getManifestProperties();
const newestFirst = (await all(repository.listManifestProperties({ order: "LastUpdatedOnDescending" }))).map((found) => found.digest);
const result = {
  names: await all(client.listRepositoryNames()),
  namePages: await pages(client.listRepositoryNames(), 1),
  sameBytes: `sha256:${hash.digest("hex")}` === uploaded.digest,
  sameManifest: got.digest === digests[0] && got.manifest.annotations.tag === "v1",
  counts: [properties.manifestCount, properties.tagCount],
  tag: [tag.name, tag.digest === digests[0], tag.canDelete],
  manifest: [shown.architecture, shown.operatingSystem, shown.tags, shown.sizeInBytes > layer.length],
  tags: (await all(artifact.listTagProperties())).map((found) => found.name),
  manifestPages: await pages(repository.listManifestProperties(), 3),
  newestIsLast: newestFirst[0] === untagged && newestFirst[3] === digests[0],
  locked: [locked.canDelete, locked.canWrite, locked.canRead, manifestLocked.canRead, hidden.canList],
  refused,
  unread,
  namesWhileHidden,
};
await artifact.deleteTag("v1");
result.tagAfter = await code(() => artifact.getTagProperties("v1"));
await content.deleteManifest(untagged);
await client.getArtifact(name, digests[2]).delete();
result.countsAfter = await repository.getProperties().then((now) => [now.manifestCount, now.tagCount]);
await content.deleteBlob(uploaded.digest);
await content.deleteBlob(uploaded.digest);
result.blobAfter = await code(() => content.downloadBlob(uploaded.digest));
await client.deleteRepository(name);
await repository.delete();
result.repositoryAfter = await code(() => repository.getProperties());
console.log(JSON.stringify(result));
