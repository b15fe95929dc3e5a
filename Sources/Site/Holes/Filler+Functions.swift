import Bytes
import Diagnostics
import Highlight
import Language
import Markdown
import Templates

extension Filler {
  /// A filter or a function as templates are given it.
  public typealias HostFunction = @Sendable (inout HostCall) throws(HostRefusal) -> Value

  /// The filter `markdown`: a text of a template or of data as HTML; `inline=true` leaves out the paragraph around it.
  ///
  /// Links and pictures count from the site's root. Shortcodes are refused, so that none can end up in itself.
  public func markdownFilter(
    _ settings: MarkdownSettings, in language: String, highlighter: Highlighter = Highlighter()
  ) -> HostFunction {
    let filler = Filler(targets, pictures: pictures)
    var adjusted = settings.options(in: Tongue(of: language), isMDX: false)
    adjusted.unfenced = .off
    let options = adjusted
    let home = Home(url: "/", folder: "", language: language, path: "")
    return { (call) throws(HostRefusal) in
      guard let text = call.subject.plainText else {
        throw HostRefusal(
          english: "the filter 'markdown' works on text", spanish: "el filtro «markdown» trabaja con texto")
      }
      // Most texts that a template hands over are a few words without a mark.
      if !text.isEmpty, !text.utf8.contains(where: Self.mayBeMark) {
        if case .bool(true)? = call.argument(0, "inline") { return .safe(text) }
      }
      var markdown = Markdown(highlighter: highlighter)
      var article = markdown.article(from: Source(path: "", bytes: Array(text.utf8)), options: options)
      try Self.check(article)
      if case .bool(true)? = call.argument(0, "inline") { article.unwrapParagraph() }
      var notes = FillingNotes()
      var out: [UInt8] = []
      filler.fill(article, .whole, of: home, at: .page, into: &out, noting: &notes)
      call.reads.merge(notes.reads)
      return .markup(out)
    }
  }

  private static func check(_ article: Article) throws(HostRefusal) {
    let finding: any Finding
    if let mistake = article.mistakes.first(where: { $0.finding.severity == .error }) {
      finding = mistake.finding
    } else {
      let names = article.holes.compactMap { hole -> String? in
        if case .shortcode(let shortcode) = hole.kind { shortcode.name } else { nil }
      }
      guard let name = names.first else { return }
      finding = ShortcodeFinding.insideTemplate(name)
    }
    throw HostRefusal(
      english: finding.sentence(in: .english).message, spanish: finding.sentence(in: .spanish).message)
  }

  /// Whether a byte may mean more than itself in Markdown, in typography, or in HTML.
  private static func mayBeMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: ","),
      0x80...:
      false
    default: byte != UInt8(ascii: " ")
    }
  }

  /// The function `image`: the address and size of a picture, by a path from the site's root.
  public func imageFunction(in language: String) -> HostFunction {
    let home = Home(url: "/", folder: "", language: language, path: "")
    return { (call) throws(HostRefusal) in
      guard let written = call.text(0, "path") else {
        throw HostRefusal(
          english: "'image' needs a path, such as image(\"img/rack.jpg\")",
          spanish: "«image» necesita una ruta, como image(\"img/rack.jpg\")")
      }
      return try self.image(written, from: home, at: .page, reads: &call.reads)
    }
  }

  /// A picture as templates see it: `{src, permalink, width, height}`.
  func image(
    _ written: String, from home: Home, at outlet: Outlet, reads: inout Reads
  ) throws(HostRefusal) -> Value {
    let destination = Destination(written)
    if destination.kind == .outside {
      return ["src": .text(written), "permalink": .text(written), "width": .none, "height": .none]
    }
    guard case .found(let landing) = targets.search(destination, from: home, reads: &reads) else {
      throw HostRefusal(
        english: "there is no picture '\(written)'", spanish: "no existe la imagen «\(written)»")
    }
    if let file = landing.file { reads.record(PictureSizes.key(of: file)) }
    let size = landing.file.flatMap { pictures[$0] }
    return [
      "src": attribute(landing.url, at: outlet), "permalink": attribute(landing.url, at: .feed),
      "width": size.map { .int($0.width) } ?? .none, "height": size.map { .int($0.height) } ?? .none,
    ]
  }

  /// An address as the value of an attribute.
  private func attribute(_ url: String, at outlet: Outlet) -> Value {
    var out: [UInt8] = []
    out.append(address: address(url, at: outlet))
    return .safe(String(decoding: out, as: UTF8.self))
  }
}
