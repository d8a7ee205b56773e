using System.ComponentModel;
using System.Globalization;

namespace AcrTokens;

/// <summary>For serializers that use type converters, such as Newtonsoft.Json. Cannot convert from a string.</summary>
internal sealed class AcrSecretTypeConverter : TypeConverter
{
    public override object? ConvertTo(ITypeDescriptorContext? context, CultureInfo? culture, object? value, Type destinationType) =>
        destinationType == typeof(string) ? AcrSecret.Hidden : base.ConvertTo(context, culture, value, destinationType);
}
