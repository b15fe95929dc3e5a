import Bytes
import Highlight
import Language
import Markdown
import Templates
import Themes

/// What every template can call, in one language: functions and filters that need no page to stand on.
struct HostFunctions: Sendable {
  let language: String
  let setting: PublicationSetting
  let filler: Filler
  /// Nil for a site that declares no homelab.
  var homelab: HomelabView?

  var globals: [String: Value] {
    [
      "t": strings,
      "asset": .function("asset", knowing: Self.known(assets, by: FactKey.asset)) {
        [assets] (call) throws(HostRefusal) in
        try Self.asset(call.text(0, "name") ?? "", in: assets, reads: &call.reads)
      },
      "fact": .function("fact") { [homelab] (call) throws(HostRefusal) in
        try Self.fact(&call, of: homelab)
      },
      "inventory": .function("inventory") { [homelab] (call) throws(HostRefusal) in
        try Self.view(&call, of: homelab)
      },
      "icon": .function("icon", knowing: Self.known(icons, by: FactKey.icon)) {
        [icons] (call) throws(HostRefusal) in
        try Self.icon(call.text(0, "name") ?? "", in: icons, reads: &call.reads)
      },
    ]
  }

  var filters: [String: @Sendable (inout HostCall) throws(HostRefusal) -> Value] {
    let base = setting.base
    let assets = assets
    return [
      "absolute_url": { (call) throws(HostRefusal) in .text(base.whole(call.subject.shownText)) },
      "relative_url": { (call) throws(HostRefusal) in .text(base.local(call.subject.shownText)) },
      "asset": { (call) throws(HostRefusal) in
        try Self.asset(call.subject.shownText, in: assets, reads: &call.reads)
      },
      "highlight": { [self] (call) throws(HostRefusal) in highlighted(call) },
      "markdown": filler.markdownFilter(
        setting.configuration.markdown, in: language, highlighter: Highlighter(grammars: setting.grammars)),
    ]
  }
}

// MARK: Strings

extension HostFunctions {
  /// The texts of the interface; those that say the same on every page are known beforehand.
  private var strings: Value {
    let strings = setting.theme.strings.wordings(in: language)
    let known = Self.known(strings.constants.mapValues { .text($0) }) { FactKey.string($0, in: language) }
    return .function("t", knowing: known) {
      [language] (call) throws(HostRefusal) in
      try Self.string(&call, of: language, in: strings)
    }
  }

  private static func string(
    _ call: inout HostCall, of language: String, in strings: LanguageStrings
  ) throws(HostRefusal) -> Value {
    guard let key = call.text(0, "key") else {
      throw HostRefusal(PublicationFinding.argumentNeeded("key", of: "t"))
    }
    call.reads.record(FactKey.string(key, in: language))
    let arguments = call.named
    let count: Int? = if case .int(let number)? = arguments["count"] { number } else { nil }
    do throws(ThemeFinding) {
      let text = try strings.text(key, count: count) { name in
        arguments[name].map(\.shownText)
      }
      return .text(text)
    } catch {
      throw HostRefusal(error)
    }
  }
}

// MARK: Assets and icons

extension HostFunctions {
  private static func known(
    _ values: [String: Value], by key: (String) -> UInt64
  ) -> [String: (value: Value, key: UInt64)] {
    Dictionary(uniqueKeysWithValues: values.map { ($0, (value: $1, key: key($0))) })
  }

  private var assets: [String: Value] {
    var assets: [String: Value] = [:]
    for asset in setting.assets {
      let url = "/\(asset.asset.file)"
      assets[asset.asset.name] = .record(
        ("url", .text(setting.base.path(of: url))), ("permalink", .text(setting.base.absolute(url))),
        ("integrity", .text(asset.asset.integrity)))
    }
    return assets
  }

  private static func asset(
    _ name: String, in assets: [String: Value], reads: inout Reads
  ) throws(HostRefusal) -> Value {
    reads.record(FactKey.asset(name))
    if let found = assets[name] { return found }
    throw HostRefusal(PublicationFinding.unknownAsset(name, among: assets.keys))
  }

  private var icons: [String: Value] {
    var icons: [String: Value] = [:]
    let files = setting.theme.files
    for name in files.names(in: "icons") where name.hasSuffix(".svg") {
      icons[String(name.dropLast(".svg".count))] = files["icons/\(name)"].map { .markup($0.bytes) }
    }
    return icons
  }

  private static func icon(
    _ name: String, in icons: [String: Value], reads: inout Reads
  ) throws(HostRefusal) -> Value {
    reads.record(FactKey.icon(name))
    if let found = icons[name] { return found }
    throw HostRefusal(PublicationFinding.unknownIcon(name, among: icons.keys))
  }
}

// MARK: Text

extension HostFunctions {
  /// Code with its colours; a language that nobody described stays plain.
  private func highlighted(_ call: HostCall) -> Value {
    let code = Array(call.subject.shownText.utf8)
    var out: [UInt8] = []
    let highlighter = Highlighter(grammars: setting.grammars)
    if let language = highlighter.language(named: call.text(0, "language") ?? "") {
      highlighter.highlight(code.span, as: language, into: &out)
    } else {
      out.append(htmlText: code.span)
    }
    return .markup(out)
  }
}

extension BaseURL {
  /// An address made whole; one of another site stays.
  func whole(_ address: String) -> String {
    guard address.hasPrefix("/"), !address.hasPrefix("//") else { return address }
    return isBelow(address) ? origin + address : absolute(address)
  }

  /// An address with the path of the site before it.
  func local(_ address: String) -> String {
    guard address.hasPrefix("/"), !address.hasPrefix("//"), !isBelow(address) else { return address }
    return path(of: address)
  }

  /// Whether the path of the site stands before it already.
  private func isBelow(_ address: String) -> Bool { path == "/" || address.hasPrefix(path) }
}
