using System.ComponentModel;
using System.Globalization;

namespace AcrTokens;

/// <summary>For what asks the framework how to write a value, such as Newtonsoft.Json. From a string there is no way back.</summary>
internal sealed class AcrSecretTypeConverter : TypeConverter
{
    public override object? ConvertTo(ITypeDescriptorContext? context, CultureInfo? culture, object? value, Type destinationType) =>
        destinationType == typeof(string) ? AcrSecret.Hidden : base.ConvertTo(context, culture, value, destinationType);
}
