import Language
import Nodes

/// A value as an explanation shows it.
enum Shown {
  case text(String)
  case number(String)
  case truth(Bool)
  case texts([String])
  case node(Node)
}

extension Shown {
  /// The value on one line, as short as it may be.
  func line(in tongue: Tongue) -> String {
    switch self {
    case .text(let text): Self.oneLine(text)
    case .number(let digits): digits
    case .truth(let truth): "\(truth)"
    case .texts(let texts): texts.isEmpty ? "–" : texts.map(Self.oneLine).joined(separator: " · ")
    case .node(let node):
      switch node.content {
      case .scalar(let text, _): Self.oneLine(text)
      case .list(let items): tongue.pick(en: "list of \(items.count)", es: "lista de \(items.count)")
      case .map(let entries): "{\(entries.map(\.key).joined(separator: ", "))}"
      }
    }
  }

  private static func oneLine(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == "\n" || $0 == "\r" ? " " : $0 }))
  }
}

extension Metadata {
  /// The value of a field for an explanation; nil when it has none.
  func shown(_ field: Field) -> Shown? {
    switch field {
    case .title: .text(title)
    case .linkTitle: linkTitle.map(Shown.text)
    case .description: description.map(Shown.text)
    case .summary: summary.map(Shown.text)
    case .date: date.map { .text($0.description) }
    case .publishDate: publishDate.map { .text($0.description) }
    case .lastmod: lastmod.map { .text($0.description) }
    case .expiryDate: expiryDate.map { .text($0.description) }
    case .draft: .truth(isDraft)
    case .slug: slug.map(Shown.text)
    case .url: url.map(Shown.text)
    case .aliases: .texts(aliases)
    case .weight: weight.map { .number("\($0)") }
    case .type: type.map(Shown.text)
    case .layout: layout.map(Shown.text)
    case .template: template.map(Shown.text)
    case .language: language.map(Shown.text)
    case .translationKey: translationKey.map(Shown.text)
    case .tags: .texts(tags)
    case .categories: .texts(categories)
    case .series: .texts(series)
    default: shownRarely(field)
    }
  }

  private func shownRarely(_ field: Field) -> Shown? {
    switch field {
    case .taxonomies: .texts(taxonomies.map { "\($0.name): \($0.terms.joined(separator: ", "))" })
    case .authors: .texts(authors.map(\.name))
    case .cover: cover.map { .text($0.path) }
    case .coverAlt: cover?.alt.map(Shown.text)
    case .images: .texts(images.map(\.path))
    case .keywords: .texts(keywords)
    case .canonicalURL: canonicalURL.map(Shown.text)
    case .robots: robots.map(Shown.text)
    case .sitemap: .text(sitemap.description)
    case .search: .text(search.description)
    case .pin: .truth(isPinned)
    case .toc: toc.map(Shown.truth)
    case .comments: comments.map(Shown.truth)
    case .readTime: readTime.map { .number("\($0)") }
    case .hide: .texts(hide)
    case .icon: icon.map(Shown.text)
    case .links: links.map(Shown.node)
    case .menus: menus.map(Shown.node)
    case .outputs: .texts(outputs)
    case .resources: resources.map(Shown.node)
    default: cascade.map(Shown.node)
    }
  }
}

extension SitemapEntry: CustomStringConvertible {
  /// The settings on one line, such as `weekly, 0.5`; `listed` when there are none.
  public var description: String {
    if isExcluded { return "excluded" }
    let settings = [changeFrequency, priority.map { "\($0)" }].compactMap { $0 }
    return settings.isEmpty ? "listed" : settings.joined(separator: ", ")
  }
}

extension SearchEntry: CustomStringConvertible {
  /// The settings in words, such as `boost 2.0`; `included` when there are none.
  public var description: String {
    isExcluded ? "excluded" : boost.map { "boost \($0)" } ?? "included"
  }
}
