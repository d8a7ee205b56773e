using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace AcrTokens.Emulator.Registry;

/// <summary>Lists the manifests whose subject is another manifest: its signatures, SBOMs and the like (OCI 1.1).</summary>
internal sealed class ReferrersApi(RegistryContent content)
{
    private const string IndexType = "application/vnd.oci.image.index.v1+json";

    public Task List(HttpContext context, RegistryPath path)
    {
        var subject = Digest.Read(path.Reference);
        var manifests = content.Find(path.Repository)?.Images.Manifests.Select(entry => entry.Manifest) ?? [];
        var referrers = manifests.Where(manifest => manifest.Subject == subject);
        if (context.Request.Query["artifactType"] is [{ Length: > 0 } artifactType])
        {
            context.Response.Headers["OCI-Filters-Applied"] = "artifactType";
            referrers = referrers.Where(referrer => referrer.ArtifactType == artifactType);
        }

        var index = new JsonObject
        {
            ["schemaVersion"] = 2,
            ["mediaType"] = IndexType,
            ["manifests"] = new JsonArray([.. referrers.Select(referrer => referrer.Descriptor())]),
        };
        return RegistryAnswers.Json(context, StatusCodes.Status200OK, index, IndexType);
    }
}
