// Attaches an artifact to an image, as signing does, and prints what the library made of it, as JSON on the last line.
import { createRequire } from "node:module";
import path from "node:path";

const load = createRequire(path.join(process.env.NODE_PROOF_FOLDER, "package.json"));
const { attachArtifactToImage, getImageDigest, getRegistryCredentials } = load("@sigstore/oci");

const { SIGSTORE_IMAGE: imageName, SIGSTORE_TAG: imageTag } = process.env;
const credentials = getRegistryCredentials(imageName);
const imageDigest = await getImageDigest({ imageName, imageTag, credentials });
const attached = await attachArtifactToImage({
  imageName,
  imageDigest,
  credentials,
  artifact: Buffer.from('{"signed":true}'),
  mediaType: "application/vnd.dev.sigstore.bundle.v0.3+json",
  annotations: { "dev.sigstore.bundle.content": "dsse-envelope" },
});
console.log(JSON.stringify({ imageDigest, ...attached }));
