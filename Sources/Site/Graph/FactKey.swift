import Bytes
import Templates

/// The keys of what outputs read beside pages, sections and terms: each kind of thing by its name.
enum FactKey {
  /// What answers at an address, spelt as the table of routes spells it.
  static func route(_ url: String) -> UInt64 { of(url, seed: routeSeed) }

  /// The page that is held back from an address.
  static func withheld(_ url: String) -> UInt64 { of(url, seed: withheldSeed) }

  /// The file that a path names, by the path's key.
  static func file(_ path: Digest) -> UInt64 { of(path, seed: fileSeed) }

  /// What a content file became, by the key of its path and language.
  static func owner(_ path: Digest) -> UInt64 { of(path, seed: ownerSeed) }

  /// Whether anything has a name as its last part.
  static func name(_ name: Digest) -> UInt64 { of(name, seed: nameSeed) }

  /// All of these: for what is said only of the whole site.
  static let places = named("places", "")

  private static let routeSeed = named("route", "")
  private static let withheldSeed = named("withheld", "")
  private static let fileSeed = named("file", "")
  private static let ownerSeed = named("owner", "")
  private static let nameSeed = named("name", "")

  @inline(__always)
  private static func of(_ text: String, seed: UInt64) -> UInt64 {
    var mixer = Mixer(seed)
    mixer.add(text)
    return mixer.value
  }

  @inline(__always)
  private static func of(_ key: Digest, seed: UInt64) -> UInt64 {
    var mixer = Mixer(seed)
    mixer.add(key.value)
    return mixer.value
  }

  /// A member of `site`, in a language.
  static func site(_ member: String, in language: String) -> UInt64 { named("site", language, member) }

  static func string(_ key: String, in language: String) -> UInt64 { named("string", language, key) }

  static func asset(_ name: String) -> UInt64 { named("asset", name) }

  static func icon(_ name: String) -> UInt64 { named("icon", name) }

  static func template(_ name: String) -> UInt64 { Template.key(of: name) }

  /// Where feeds begin and end, and who speaks in them.
  static let feeds = named("feeds", "")

  /// Which sections there are, by all their names.
  static let sections = named("sections", "")

  private static func named(_ kind: String, _ language: String, _ name: String) -> UInt64 {
    var mixer = Mixer()
    mixer.add(kind)
    mixer.add(language)
    mixer.add(name)
    return mixer.value
  }

  static func named(_ kind: String, _ name: String) -> UInt64 {
    var mixer = Mixer()
    mixer.add(kind)
    mixer.add(name)
    return mixer.value
  }
}
