namespace AcrTokens.Emulator;

/// <summary>A registry's SKU. It limits how many tokens and how many scope maps the registry can hold.</summary>
public enum AcrEmulatorSku
{
    /// <summary>100 of each.</summary>
    Basic,

    /// <summary>500 of each.</summary>
    Standard,

    /// <summary>50,000 of each.</summary>
    Premium,
}
