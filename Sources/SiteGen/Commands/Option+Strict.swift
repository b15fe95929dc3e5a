extension Option {
  /// Whether warnings fail too.
  static let strict = Option(
    name: "--strict", summary: Words(en: "take warnings for errors", es: "toma los avisos por errores"))
}
