import Bytes
import Diagnostics
import Markdown
import Templates

/// What came of rendering one output, beside its bytes.
public struct Rendered: Sendable {
  /// The keys of what was read, and when the bytes would be others.
  public var reads = Reads()
  /// What is wrong with the text that was shown, at the author's places; the bytes are there all the same.
  public var faults: [Fault] = []
  /// What is wrong with templates of shortcodes.
  public var mistakes: [Mistake] = []
  /// What the site's policy has to allow for it.
  public var needs: Set<PolicyNeed> = []
  /// The secrets of this machine that it would show.
  var exposures: [Exposure] = []
  /// Where the text of its own file stands in its bytes; empty where there is none.
  var content = 0..<0
}

/// What a worker keeps from one output to the next: the buffer that it writes into, and what it knows of markup.
public struct RenderWorker: Sendable {
  /// The bytes of the output rendered last.
  public var out: [UInt8] = []
  var memory = PolicyMemory()

  public init() {}
}

extension Publication {
  /// Renders one output into the worker's buffer.
  public func render(_ route: Route, with worker: inout RenderWorker) throws(Mistake) -> Rendered {
    worker.out.removeAll(keepingCapacity: true)
    var rendered = Rendered()
    switch route.output {
    case .page, .section, .archive, .terms, .term, .notFound, .inventory:
      try renderPage(route, into: &worker.out, &rendered)
    case .feed(let scope, let format):
      feed(scope, format, reads: &rendered.reads).write(format, into: &worker.out)
    case .redirect(let target):
      worker.out += Redirection.page(to: base.absolute(target), language: tree.languages[0])
    case .sitemap(let part):
      worker.out += assembly.sitemap(at: base).files(root: base.absolute("/"))[part].bytes
    case .robots:
      worker.out += Robots.bytes(sitemap: base.absolute("/sitemap.xml"), isHidden: setting.isHidden)
    case .inventoryData: worker.out += try inventoryData(&rendered.reads)
    case .asset(let number): worker.out += setting.assets[number].bytes
    case .file: break
    }
    let text = asksForNothing(route.output.subject?.subject) ? rendered.content : 0..<0
    rendered.needs = policyNeeds(of: worker.out, at: route, besides: text, remembering: &worker.memory)
    rendered.mistakes += rendered.needs.findings.map { Mistake($0, path: route.source, place: nil) }
    return rendered
  }

  /// Whether a page's own text is known to ask for nothing.
  private func asksForNothing(_ subject: Subject?) -> Bool {
    subject.flatMap(file)?.article.asksForNothing ?? false
  }

  private func renderPage(
    _ route: Route, into out: inout [UInt8], _ rendered: inout Rendered
  ) throws(Mistake) {
    guard let (subject, page) = route.output.subject else { return }
    var notes = FillingNotes()
    let content = filled(subject, .whole, at: .page, noting: &notes)
    let view = Viewpoint(self, of: subject, page: page, url: route.url, content: content)
    do throws(Mistake) {
      let name = TemplateChoice(publication: self).name(for: subject, reads: &notes.reads)
      notes.reads.record(keys.key(subject, .file))
      let template = try catalogue.template(name, in: view.language)
      rendered.reads = try template.render(.object(RootObject(in: view)), into: &out)
    } catch {
      throw catalogue.located(error)
    }
    rendered.content = out.place(of: content)
    rendered.reads.merge(notes.reads)
    rendered.faults = notes.faults
    rendered.mistakes = notes.mistakes.map(catalogue.located)
  }
}

extension [UInt8] {
  /// Where a text stands in these bytes for the first time; empty where it does not.
  func place(of text: [UInt8]) -> Range<Int> {
    guard let first = text.first, text.count <= count else { return 0..<0 }
    let last = text[text.count - 1]
    return withUnsafeBufferPointer { bytes in
      text.withUnsafeBufferPointer { text in
        var index = 0
        while let next = bytes.next(first, from: index), next + text.count <= bytes.count {
          // Most texts begin with a `<` and end with a line.
          if bytes[next + text.count - 1] == last, bytes.holds(text, at: next) {
            return next..<next + text.count
          }
          index = next + 1
        }
        return 0..<0
      }
    }
  }
}
