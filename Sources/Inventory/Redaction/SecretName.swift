/// By which a person knows a secret whose value is never told.
public enum SecretName: Sendable, Hashable, Comparable {
  /// A variable of the process.
  case variable(String)
  /// What a source is asked with.
  case source(String)
}
