import Language

extension Zone {
  /// Madrid by its rule alone, as a zone file without any past would say it.
  static let madrid: Zone = {
    let rule = "\nCET-1CEST,M3.5.0,M10.5.0/3\n"
    guard let zone = try? Zone(name: "Europe/Madrid", tzif: (part + part + Array(rule.utf8)).span) else {
      preconditionFailure("the rule of Madrid is not read")
    }
    return zone
  }()

  /// A header that counts one period and four letters, then the period (an hour ahead) and its name.
  private static let part: [UInt8] =
    Array("TZif2".utf8) + [UInt8](repeating: 0, count: 15)
    + [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 4]
    + [0, 0, 0x0E, 0x10, 0, 0] + Array("CET\0".utf8)
}
