namespace System.Runtime.CompilerServices;

// The compiler's own, for records: not in .NET Standard 2.0.
internal static class IsExternalInit;
