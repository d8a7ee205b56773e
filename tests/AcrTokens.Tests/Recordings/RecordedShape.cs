using System.Globalization;
using Azure.Core;

namespace AcrTokens.Tests;

/// <summary>Compares a typed result with everything recorded about it.</summary>
internal static class RecordedShape
{
    /// <summary>The exact time, with all seven digits and the offset, which equality of instants ignores.</summary>
    public static string? Exactly(this DateTimeOffset? time) => time?.ToString("O", CultureInfo.InvariantCulture);

    public static void ShouldShow(
        this AcrToken? token,
        ResourceIdentifier id,
        AcrTokenStatus status,
        string scopeMap,
        string createdOn,
        (string By, string Type, string On) changed
    )
    {
        token
            .ShouldNotBeNull()
            .ShouldSatisfyAllConditions(
                t => t.Id.ShouldBe(id),
                t => t.Name.ShouldBe(id.Name),
                t => t.ProvisioningState.ShouldBe(AcrProvisioningState.Succeeded),
                t => t.Status.ShouldBe(status),
                t => t.ScopeMapId!.ToString().ShouldBe($"{id.Parent}/scopeMaps/{scopeMap}"),
                t => t.CreatedOn.Exactly().ShouldBe(createdOn),
                t => t.Passwords.ShouldBeEmpty(),
                t => t.Certificates.ShouldBeEmpty(),
                t => t.SystemData.ShouldShow(changed)
            );
    }

    public static void ShouldShow(
        this AcrScopeMap? scopeMap,
        ResourceIdentifier id,
        string action,
        string createdOn,
        (string By, string Type, string On) changed
    ) =>
        scopeMap
            .ShouldNotBeNull()
            .ShouldSatisfyAllConditions(
                s => s.Id.ShouldBe(id),
                s => s.Name.ShouldBe(id.Name),
                s => s.Description.ShouldBeNull(),
                s => s.Type.ShouldBe("UserDefined"),
                s => s.ProvisioningState.ShouldBe(AcrProvisioningState.Succeeded),
                s => s.CreatedOn.Exactly().ShouldBe(createdOn),
                s => s.Actions.ShouldBe([action]),
                s => s.SystemData.ShouldShow(changed)
            );

    /// <summary>Checks author and time. In each recording the service reports those of the last change as those of the creation too.</summary>
    private static void ShouldShow(this AcrSystemData? data, (string By, string Type, string On) changed) =>
        data.ShouldNotBeNull()
            .ShouldSatisfyAllConditions(
                d => d.CreatedBy.ShouldBe(changed.By),
                d => d.CreatedByType.ShouldBe(changed.Type),
                d => d.CreatedOn.Exactly().ShouldBe(changed.On),
                d => d.LastModifiedBy.ShouldBe(changed.By),
                d => d.LastModifiedByType.ShouldBe(changed.Type),
                d => d.LastModifiedOn.Exactly().ShouldBe(changed.On)
            );
}
