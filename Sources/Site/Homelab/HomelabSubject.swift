import Bytes
import Inventory
import Language

/// What the homelab was asked for as a whole: the answer of which outputs then look at members.
struct HomelabSubject: Hashable, Sendable {
  let language: String
  let matter: Matter

  enum Matter: Hashable, Sendable {
    /// All that may be shown: `site.inventory`.
    case overview
    /// The cluster that a page is about: `page.cluster`.
    case cluster(String)
    /// `fact("cluster:gordito.version")`.
    case fact(String)
    /// A view, as a shortcode or `inventory()` asks for it.
    case view(DatedView)
    /// What views told at their times and would now tell otherwise.
    case changes([DatedView])
  }

  /// A view, and the time that it looks back to.
  struct DatedView: Hashable, Sendable {
    let request: ViewRequest
    let instant: Instant?
  }

  /// The beginning of the keys of all that is looked at.
  var key: UInt64 {
    var packer = Packer()
    pack(into: &packer)
    var mixer = Mixer(Self.seed)
    mixer.add(packer.bytes)
    return mixer.value
  }

  private static let seed = FactKey.named("homelab", "answer")

  /// How its author asks for it.
  var spelling: String {
    switch matter {
    case .overview: "site.inventory"
    case .cluster: "page.cluster"
    case .fact(let path): "fact(\"\(path)\")"
    case .view(let view): view.spelling
    case .changes: "page.changed"
    }
  }
}

extension HomelabSubject.DatedView {
  fileprivate var spelling: String {
    let words = [request.name] + request.words + request.options.map { "\($0.name)=\"\($0.value)\"" }
    return "{{< \((words + (instant.map { ["(\($0.rfc3339))"] } ?? [])).joined(separator: " ")) >}}"
  }
}

// MARK: From one build to the next

extension HomelabSubject {
  func pack(into packer: inout Packer) {
    packer.add(language)
    switch matter {
    case .overview: packer.add(0)
    case .cluster(let id):
      packer.add(1)
      packer.add(id)
    case .fact(let path):
      packer.add(2)
      packer.add(path)
    case .view(let view):
      packer.add(3)
      view.pack(into: &packer)
    case .changes(let views):
      packer.add(4)
      packer.add(views.count)
      for view in views { view.pack(into: &packer) }
    }
  }

  init(from unpacker: inout Unpacker) {
    language = unpacker.text()
    switch unpacker.int() {
    case 1: matter = .cluster(unpacker.text())
    case 2: matter = .fact(unpacker.text())
    case 3: matter = .view(DatedView(from: &unpacker))
    case 4: matter = .changes((0..<unpacker.count()).map { _ in DatedView(from: &unpacker) })
    default: matter = .overview
    }
  }
}

extension HomelabSubject.DatedView {
  fileprivate func pack(into packer: inout Packer) {
    packer.add(request.name)
    packer.add(request.words)
    packer.add(request.options.flatMap { [$0.name, $0.value] })
    packer.add(instant != nil)
    if let instant { packer.add(instant) }
  }

  fileprivate init(from unpacker: inout Unpacker) {
    let (name, words, options) = (unpacker.text(), unpacker.texts(), unpacker.texts())
    let pairs = stride(from: 0, to: options.count - 1, by: 2).map { (options[$0], options[$0 + 1]) }
    request = ViewRequest(name, words: words, options: pairs)
    instant = unpacker.flag() ? Instant(from: &unpacker) : nil
  }
}
