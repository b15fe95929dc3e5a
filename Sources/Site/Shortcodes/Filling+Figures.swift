import Bytes
import Diagnostics
import Language
import Markdown
import Synchronization
import Templates

extension Filling {
  /// The picture and the links of a figure; a width alone brings its height along.
  mutating func figure(_ given: [String: String], _ hole: Hole) throws(ShortcodeFinding) -> [String: Value] {
    var picture: [UInt8] = []
    let written = given["src", default: ""]
    let asked = (pixels("width", given, hole), pixels("height", given, hole))
    let isFound = fillPicture(written, hole, into: &picture)
    let size = asked.0 == nil && asked.1 == nil ? pictureSize(of: written) : scaled(written, to: asked)
    var own: [String: Value] = [
      "picture": .map(
        Map([
          ("src", .safe(isFound ? String(decoding: picture, as: UTF8.self) : Self.escaped(written))),
          ("width", size.0.map(Value.int) ?? .none), ("height", size.1.map(Value.int) ?? .none),
        ]))
    ]
    for (name, variable) in [("link", "url"), ("attrlink", "attrurl")] {
      if let written = given[name] { own[variable] = .safe(address(of: written, hole)) }
    }
    return own
  }

  /// A destination as the value of an attribute.
  private mutating func address(of written: String, _ hole: Hole) -> String {
    var out: [UInt8] = []
    let isFilled = fillLink(written, hole, into: &out)
    return isFilled ? String(decoding: out, as: UTF8.self) : Self.escaped(written)
  }

  private static func escaped(_ written: String) -> String {
    var out: [UInt8] = []
    out.append(href: Array(written.utf8).span)
    return String(decoding: out, as: UTF8.self)
  }

  private mutating func pixels(_ name: String, _ given: [String: String], _ hole: Hole) -> Int? {
    guard let value = given[name], !value.isEmpty else { return nil }
    let digits = value.hasSuffix("px") ? String(value.dropLast(2)) : value
    if let number = Int(digits), number > 0 { return number }
    tell(ShortcodeFinding.notPixels(name, value), at: hole)
    return nil
  }

  private mutating func pictureSize(of written: String) -> (Int?, Int?) {
    let size = size(ofPicture: written)
    return (size?.width, size?.height)
  }

  /// The size that was asked for, its other side in proportion.
  private mutating func scaled(_ written: String, to asked: (Int?, Int?)) -> (Int?, Int?) {
    guard let size = size(ofPicture: written) else { return asked }
    switch asked {
    case (let width?, nil): return (width, max(1, (width * size.height + size.width / 2) / size.width))
    case (nil, let height?): return (max(1, (height * size.width + size.height / 2) / size.height), height)
    default: return asked
    }
  }
}

// MARK: What any shortcode can ask

/// Faults found while a template runs, which can only hand back values.
final class FaultBox: Sendable {
  private let faults = Mutex<[Fault]>([])

  func add(_ new: [Fault]) { faults.withLock { $0 += new } }
  func taken() -> [Fault] { faults.withLock { $0 } }
}

extension Filling {
  /// The function `image`: a picture's address and size, by a path that counts from the page.
  func picturing(_ hole: Hole, telling box: FaultBox) -> Value {
    asking("image", hole, telling: box) { filling, written in
      var out: [UInt8] = []
      let isFound = filling.fillPicture(written, hole, into: &out)
      let size = filling.size(ofPicture: written)
      return .map(
        Map([
          ("src", .safe(isFound ? String(decoding: out, as: UTF8.self) : Self.escaped(written))),
          ("width", size.map { .int($0.width) } ?? .none), ("height", size.map { .int($0.height) } ?? .none),
        ]))
    }
  }

  /// The function `link`: the address that a destination means, spelt in any way that a text may spell it.
  func linking(_ hole: Hole, telling box: FaultBox) -> Value {
    asking("link", hole, telling: box) { filling, written in .safe(filling.address(of: written, hole)) }
  }

  private func asking(
    _ name: String, _ hole: Hole, telling box: FaultBox,
    _ answer: @escaping @Sendable (inout Filling, String) -> Value
  ) -> Value {
    var blank = self
    blank.notes = FillingNotes()
    let asked = blank
    return .function(name) { (call) throws(HostRefusal) in
      guard let written = call.text(0, "path") else {
        throw HostRefusal(
          english: "'\(name)' needs a path, such as \(name)(\"rack.jpg\")",
          spanish: "«\(name)» necesita una ruta, como \(name)(\"rack.jpg\")")
      }
      var filling = asked
      let value = answer(&filling, written)
      call.reads.merge(filling.notes.reads)
      box.add(filling.notes.faults)
      return value
    }
  }
}
