import Markdown
import Templates

extension Publication {
  /// Where the text of a subject is at home.
  func home(of subject: Subject) -> Home {
    if case .page(let page) = subject { return Home(tree.pages[page]) }
    let (url, language) = (url(of: subject), language(of: subject))
    guard let entry = entry(of: subject) else {
      return Home(url: url, folder: "", language: language, path: "")
    }
    return Home(entry, url: url, language: language)
  }

  /// A part of a subject's text with its holes filled for an outlet.
  func filled(_ subject: Subject, _ part: Part, at outlet: Outlet, noting notes: inout FillingNotes)
    -> [UInt8]
  {
    notes.reads.record(keys.key(subject, part == .excerpt ? .excerpt : .content))
    notes.reads.record(keys.key(subject, .place))
    guard let file = file(of: subject) else { return [] }
    let article = file.article
    var out: [UInt8] = []
    out.reserveCapacity(part == .excerpt ? article.excerpt?.end ?? 0 : article.html.count + 1024)
    filler.fill(
      article, part, of: home(of: subject), at: outlet, among: surroundings(of: subject, file),
      into: &out,
      noting: &notes)
    return out
  }

  /// What shortcodes of a text see: its page, without what is being filled just now.
  func surroundings(of subject: Subject, _ file: LoadedFile) -> ShortcodeSurroundings {
    guard file.brief.hasShortcodes else { return ShortcodeSurroundings() }
    let view = Viewpoint(self, of: subject, url: url(of: subject), content: nil)
    return ShortcodeSurroundings(page: view.object(subject), site: .object(SiteObject(in: view)))
  }

  /// The same for a template; what is wrong with the text is told where it is rendered as a page of its own.
  func filled(_ subject: Subject, _ part: Part, at outlet: Outlet, _ reads: inout Reads) -> [UInt8] {
    var notes = FillingNotes()
    let bytes = filled(subject, part, at: outlet, noting: &notes)
    reads.merge(notes.reads)
    return bytes
  }
}
