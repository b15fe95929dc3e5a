import Bytes
import Diagnostics
import Language
import Markdown
import Templates

extension Filling {
  /// Renders a shortcode by its template; where it cannot, its inner text stays and the mistake is told.
  mutating func fill(_ shortcode: Shortcode, _ hole: Hole, into out: inout [UInt8]) -> Bool {
    guard let shortcodes = filler.shortcodes else { return false }
    let ordinal = shortcodeCount
    shortcodeCount += 1
    do throws(ShortcodeFinding) {
      let box = FaultBox()
      var data = try data(of: shortcode, hole, among: shortcodes)
      data["ordinal"] = .int(ordinal)
      data["image"] = picturing(hole, telling: box)
      data["link"] = linking(hole, telling: box)
      defer { notes.faults += box.taken() }
      try render(shortcode, data, with: shortcodes, in: hole, into: &out)
      return true
    } catch {
      tell(error, at: hole)
      return false
    }
  }

  private mutating func render(
    _ shortcode: Shortcode, _ data: [String: Value], with shortcodes: Shortcodes, in hole: Hole,
    into out: inout [UInt8]
  ) throws(ShortcodeFinding) {
    let start = out.count
    do throws(Mistake) {
      let template = try shortcodes.template(of: shortcode.name, in: home.language, reads: &notes.reads)
      notes.reads.merge(
        try template.render(.map(Map(data.sorted { $0.key < $1.key }.map { ($0, $1) })), into: &out))
    } catch {
      notes.mistakes.append(error)
      throw .failedHere(shortcode.name)
    }
    if hole.context == .block {
      if out.count > start, out.last != UInt8(ascii: "\n") { out.append("\n") }
      return
    }
    // In running text the line's end of the template's file would become a space.
    while out.count > start, let last = out.last, last == UInt8(ascii: "\n") { out.removeLast() }
  }

  /// What the template sees.
  private mutating func data(
    of shortcode: Shortcode, _ hole: Hole, among shortcodes: Shortcodes
  ) throws(ShortcodeFinding) -> [String: Value] {
    let name = shortcode.name
    notes.reads.record(shortcodes.key(of: name))
    var own: [String: Value] = [:]
    if let builtIn = BuiltInShortcode(rawValue: name) {
      own = try self.own(builtIn, of: shortcode, hole, hasTemplate: shortcodes.names.contains(name))
    }
    let request = ShortcodeRequest(
      name: name, positional: shortcode.positional, named: shortcode.named, home: home)
    if let answer = try shortcodes.answer(to: request, reads: &notes.reads) {
      own.merge(answer) { _, answered in answered }
    }
    guard shortcodes.names.contains(name) else {
      throw .unknown(name, meant: nearest(to: name, among: shortcodes.names.sorted()))
    }
    var inner: [UInt8] = []
    if let article = shortcode.article { write(article, .whole, into: &inner) }
    let usual: [String: Value] = [
      "name": .text(name),
      "args": .list(shortcode.positional.map(Value.init(argument:))),
      "params": .map(Map(shortcode.named.map { ($0.name, Value(argument: $0.value)) })),
      "inner": .markup(inner), "inner_text": .text(shortcode.inner ?? ""),
      "is_inline": .bool(hole.context != .block), "is_feed": .bool(outlet == .feed),
      "page": surroundings.page, "site": surroundings.site,
    ]
    return usual.merging(own) { _, own in own }
  }
}

extension Value {
  /// An argument as templates see it: `true` and `false` are what they say, all else is text.
  fileprivate init(argument: String) {
    switch argument {
    case "true": self = .bool(true)
    case "false": self = .bool(false)
    default: self = .text(argument)
    }
  }
}

// MARK: What built-in shortcodes see beside the usual

extension Filling {
  private mutating func own(
    _ builtIn: BuiltInShortcode, of shortcode: Shortcode, _ hole: Hole, hasTemplate: Bool
  ) throws(ShortcodeFinding) -> [String: Value] {
    // A site's own template for a name that is not built takes what it likes.
    if builtIn == .qr {
      if hasTemplate { return [:] }
      throw .unsupported(builtIn.rawValue)
    }
    let given = try builtIn.signature.arguments(of: shortcode)
    // By name, however they were written.
    let params = builtIn.signature.parameters.map { parameter in
      (parameter.name, given[parameter.name].map(Value.init(argument:)) ?? .none)
    }
    var own: [String: Value] = ["params": .map(Map(params))]
    let tongue = Tongue(of: home.language)
    if let embed = try Embed(builtIn, given, in: tongue) {
      own["embed"] = ["service": .text(embed.service), "url": .text(embed.url), "title": .text(embed.title)]
    }
    switch builtIn {
    case .figure: try own.merge(figure(given, hole)) { _, new in new }
    case .details:
      own["summary"] = .text(given["summary"] ?? tongue.pick(en: "Details", es: "Detalles"))
    case .ref: own["url"] = .safe(reference(given, isWhole: true, hole))
    case .relref: own["url"] = .safe(reference(given, isWhole: false, hole))
    case .param: own["value"] = try param(given["name", default: ""])
    default: break
    }
    return own
  }

  /// The address of the page that `ref` names.
  private mutating func reference(_ given: [String: String], isWhole: Bool, _ hole: Hole) -> String {
    let written = "\(Destination.referenceMark)\(given["lang"] ?? ""):\(given["path", default: ""])"
    let outlet = isWhole ? Outlet.feed : outlet
    var filling = self
    filling.outlet = outlet
    var address: [UInt8] = []
    let isFound = filling.fillLink(written, hole, into: &address)
    notes = filling.notes
    return isFound ? String(decoding: address, as: UTF8.self) : ""
  }

  /// A parameter of the page by its name, dots going deeper.
  private mutating func param(_ name: String) throws(ShortcodeFinding) -> Value {
    guard case .object(let page) = surroundings.page,
      var value = page.member("params", reads: &notes.reads)
    else { throw .missingParam(name, meant: nil) }
    var path = ""
    for part in name.split(separator: ".").map(String.init) {
      guard case .map(let map) = value else { throw .missingParam(name, meant: nil) }
      guard let next = map[Name(part)] else {
        throw .missingParam(name, meant: nearest(to: part, among: map.names).map { path + $0 })
      }
      path += part + "."
      value = next
    }
    return value
  }
}
