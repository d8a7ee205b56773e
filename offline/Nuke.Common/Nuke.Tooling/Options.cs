using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Nuke.Common.Tooling;

public interface IOptions
{
    T Get<T>(Expression<Func<object>> provider);
    void Set<T>(Expression<Func<T>> provider, object value);
    void Remove<T>(Expression<Func<T>> provider);
    void SetDictionary<TKey, TValue>(Expression<Func<IReadOnlyDictionary<TKey, TValue>>> provider, TKey key, TValue value);
    void AddDictionary<TKey, TValue>(Expression<Func<IReadOnlyDictionary<TKey, TValue>>> provider, TKey key, TValue value);
    void RemoveDictionary<TKey, TValue>(Expression<Func<IReadOnlyDictionary<TKey, TValue>>> provider, TKey key);
    void ClearDictionary<TKey, TValue>(Expression<Func<IReadOnlyDictionary<TKey, TValue>>> provider);
    void AddCollection<T>(Expression<Func<IReadOnlyCollection<T>>> provider, params T[] value);
    void AddCollection<T>(Expression<Func<IReadOnlyCollection<T>>> provider, IEnumerable<T> value);
    void RemoveCollection<T>(Expression<Func<IReadOnlyCollection<T>>> provider, params T[] value);
    void RemoveCollection<T>(Expression<Func<IReadOnlyCollection<T>>> provider, IEnumerable<T> value);
    void ClearCollection<T>(Expression<Func<IReadOnlyCollection<T>>> provider);
}

[JsonConverter(typeof(TypeConverter))]
public class Options : IOptions
{
    private static readonly JsonSerializer s_serializer = new();

    protected internal JObject InternalOptions = [];

    protected T Get<T>(Expression<Func<object>> provider) => Read<T>(provider);

    protected internal void Set<T>(Expression<Func<T>> provider, object value) => Write(provider, value);

    T IOptions.Get<T>(Expression<Func<object>> provider) => Read<T>(provider);

    void IOptions.Set<T>(Expression<Func<T>> provider, object value) => Write(provider, value);

    void IOptions.Remove<T>(Expression<Func<T>> provider) => Write(provider, null);

    void IOptions.SetDictionary<TKey, TValue>(Expression<Func<IReadOnlyDictionary<TKey, TValue>>> provider, TKey key, TValue value) =>
        Change<Dictionary<TKey, TValue>>(provider, x => x[key] = value);

    void IOptions.AddDictionary<TKey, TValue>(Expression<Func<IReadOnlyDictionary<TKey, TValue>>> provider, TKey key, TValue value) =>
        Change<Dictionary<TKey, TValue>>(provider, x => x.Add(key, value));

    void IOptions.RemoveDictionary<TKey, TValue>(Expression<Func<IReadOnlyDictionary<TKey, TValue>>> provider, TKey key) =>
        Change<Dictionary<TKey, TValue>>(provider, x => x.Remove(key));

    void IOptions.ClearDictionary<TKey, TValue>(Expression<Func<IReadOnlyDictionary<TKey, TValue>>> provider) =>
        Change<Dictionary<TKey, TValue>>(provider, x => x.Clear());

    void IOptions.AddCollection<T>(Expression<Func<IReadOnlyCollection<T>>> provider, params T[] value) =>
        Change<List<T>>(provider, x => x.AddRange(value));

    void IOptions.AddCollection<T>(Expression<Func<IReadOnlyCollection<T>>> provider, IEnumerable<T> value) =>
        Change<List<T>>(provider, x => x.AddRange(value));

    void IOptions.RemoveCollection<T>(Expression<Func<IReadOnlyCollection<T>>> provider, params T[] value) =>
        Change<List<T>>(provider, x => x.RemoveAll(value.Contains));

    void IOptions.RemoveCollection<T>(Expression<Func<IReadOnlyCollection<T>>> provider, IEnumerable<T> value) =>
        Change<List<T>>(provider, x => x.RemoveAll(value.Contains));

    void IOptions.ClearCollection<T>(Expression<Func<IReadOnlyCollection<T>>> provider) => Change<List<T>>(provider, x => x.Clear());

    private static string Key(LambdaExpression provider)
    {
        var member = ((MemberExpression)(provider.Body is UnaryExpression conversion ? conversion.Operand : provider.Body)).Member;
        return member.GetCustomAttribute<JsonPropertyAttribute>()?.PropertyName ?? member.Name;
    }

    private T Read<T>(LambdaExpression provider) =>
        InternalOptions.TryGetValue(Key(provider), out var value) ? value.ToObject<T>(s_serializer) : default;

    private void Write(LambdaExpression provider, object value)
    {
        if (value == null)
            InternalOptions.Remove(Key(provider));
        else
            InternalOptions[Key(provider)] = JToken.FromObject(value, s_serializer);
    }

    private void Change<T>(LambdaExpression provider, Action<T> change)
        where T : class, new()
    {
        var value = Read<T>(provider) ?? new T();
        change(value);
        Write(provider, value);
    }

    public class TypeConverter : JsonConverter
    {
        public override bool CanConvert(Type objectType) => objectType.IsSubclassOf(typeof(Options));

        public override void WriteJson(JsonWriter writer, object value, JsonSerializer serializer) =>
            ((Options)value).InternalOptions.WriteTo(writer);

        public override object ReadJson(JsonReader reader, Type objectType, object existingValue, JsonSerializer serializer)
        {
            var copy = (Options)Activator.CreateInstance(objectType);
            copy.InternalOptions = JObject.Load(reader);
            return copy;
        }
    }
}
