using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace AcrTokens.Emulator.ResourceManager;

/// <summary>The signed query of poll addresses: <c>t</c>, <c>c</c>, <c>s</c>, <c>h</c>, new in every response.</summary>
internal sealed class PollSignatures(bool enabled)
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private readonly byte[] key = RandomNumberGenerator.GetBytes(32);

    public string Sign(string address, string operationId)
    {
        if (!enabled)
        {
            return address;
        }

        var issued = RandomNumberGenerator.GetString(Alphabet, 18);
        var certificate = RandomNumberGenerator.GetString(Alphabet, 2900);
        return $"{address}&t={issued}&c={certificate}&s={Signature(operationId, issued, certificate)}&h={RandomNumberGenerator.GetString(Alphabet, 43)}";
    }

    /// <summary>Whether <see cref="Sign"/> issued the query for this operation.</summary>
    public bool Accepts(IQueryCollection query, string operationId) =>
        !enabled || (query["h"].Count == 1 && query["s"].ToString() == Signature(operationId, query["t"].ToString(), query["c"].ToString()));

    /// <summary>A signature as long as the service's, which is RSA with 2048 bits.</summary>
    private string Signature(string operationId, string issued, string certificate) =>
        Base64Url.EncodeToString(
            HKDF.DeriveKey(HashAlgorithmName.SHA256, key, 256, info: Encoding.UTF8.GetBytes($"{operationId}\n{issued}\n{certificate}"))
        );
}
