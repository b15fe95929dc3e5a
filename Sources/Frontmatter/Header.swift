import Diagnostics
import Language
import Nodes

/// What the head of a content file says, and where its body begins: the result of reading one file.
///
///     let header = Header(of: Source(path: "content/blog/talos.md", bytes: bytes), zone: madrid)
///     header.metadata.title
///     bytes[header.body...]
public struct Header: Sendable {
  /// What the page is, from the front matter, the body and the file's name.
  public let metadata: Metadata
  /// Where the front matter stands.
  public let block: Block
  /// The lines of the body that say the title, so that the page need not say it twice.
  public let titleRange: Range<Int>?
  /// The system that the file was written for, and what speaks for it.
  public let dialect: Dialect
  public let clues: [Clue]
  /// Keys that had no effect.
  public let ignored: [Ignored]
  /// What is wrong; the metadata hold what could be understood all the same.
  public let report: Report

  /// Where the body begins.
  public var body: Int { block.body }

  /// Reads the head of a file.
  ///
  /// - Parameters:
  ///   - source: the file, in clean UTF-8; its path tells the date and title of last resort.
  ///   - zone: the site's zone, against which offsets are checked; nil checks none.
  public init(of source: Source, zone: Zone? = nil) {
    let block = Block(in: source.bytes.span)
    var reader = FieldReader(source: source, zone: zone)
    var metadata = Metadata()
    if let fault = block.fault { reader.note(fault) }
    metadata.read(reader.entries(of: block), with: &reader)
    if metadata.cover?.path.isEmpty == true { metadata.dropAltWithoutCover(with: &reader) }
    metadata.settleDate(by: FileName(path: source.path), with: &reader)
    titleRange = metadata.settleTitle(of: block, with: &reader)
    if source.path.hasSuffix(".mdx") { reader.notice(.astro, .astroFile(source.path), weight: 2) }
    clues = reader.clues
    dialect = reader.clues.isEmpty || block.kind == .absent ? .common : Dialect(from: reader.clues)
    if dialect == .jekyll { metadata.split(reader.spacedTerms) }
    self.metadata = metadata
    self.block = block
    ignored = reader.ignored
    report = reader.report
  }
}

extension FieldReader {
  mutating func note(_ fault: Block.Fault) {
    switch fault {
    case .unclosed(let line): note(.unclosed, at: line)
    case .unclosedObject(let brace): note(.unclosedObject, at: brace)
    case .textAfterObject(let text): note(.textAfterObject, at: text)
    case .toml(let line): note(.toml, at: line)
    case .indented(let line): note(.indented, at: line)
    case .afterBlankLine(let line): note(.afterBlankLine, at: line)
    }
  }

  /// Reads the entries of the map that a front matter is; what is wrong is noted, and then there are none.
  mutating func entries(of block: Block) -> [Node.Entry] {
    do throws(Report) {
      let root: Node
      switch block.kind {
      case .absent, .toml: return []
      case .yaml: root = try YAML.read(source, in: block.content)
      case .json: root = try JSON.read(source, in: block.content)
      }
      if case .map(let entries) = root.content { return entries }
      if !root.isNull { noteNoMap(root) }
    } catch {
      note(contentsOf: error)
    }
    return []
  }
}

extension FieldReader {
  /// A front matter whose every line lacks the space after its colon is one text to YAML.
  private mutating func noteNoMap(_ root: Node) {
    let source = source
    let bytes = source.bytes.span
    let word = root.range.prefix { bytes[$0].isLetter || bytes[$0].isDigit || bytes[$0] == UInt8(ascii: "_") }
    guard root.shape == .scalar, !word.isEmpty, root.range.contains(word.endIndex),
      bytes[word.endIndex] == UInt8(ascii: ":")
    else {
      return note(.notAMap(found: root.shape), at: root.range)
    }
    let finding = YAMLFinding.noSpaceAfterColon(key: bytes.text(of: word.startIndex..<word.endIndex))
    note(contentsOf: Report([source.mistake(finding, at: word.endIndex..<word.endIndex + 1)]))
  }
}

extension Metadata {
  /// Parts terms at their spaces, as Jekyll does with `tags: docker compose`.
  fileprivate mutating func split(_ lists: [WritableKeyPath<Metadata, [String]>]) {
    for list in lists {
      self[keyPath: list] = self[keyPath: list].flatMap {
        $0.split(whereSeparator: \.isWhitespace).map(String.init)
      }
    }
  }

  /// A description of no picture says nothing.
  fileprivate mutating func dropAltWithoutCover(with reader: inout FieldReader) {
    cover = nil
    guard let origin = origin(of: .coverAlt), case .key(let key) = origin.teller else { return }
    reader.ignore(key, at: origin.range, because: .withoutCover)
    origins.removeAll { $0.field == .coverAlt }
  }

  /// Finds the title by the first that has one: the key, a plain first line of a file without front matter, the first
  /// heading of level one, the file's name. Returns the lines of the body that say it.
  fileprivate mutating func settleTitle(of block: Block, with reader: inout FieldReader) -> Range<Int>? {
    let source = reader.source
    let bytes = source.bytes.span
    if !title.isEmpty {
      let heading = TitleScanner.leadingHeading(in: bytes, from: block.body)
      return heading.flatMap { $0.text == title ? $0.range : nil }
    }
    if block.kind == .absent, block.fault == nil,
      let line = TitleScanner.plainFirstLine(in: bytes, from: block.body)
    {
      settle(line, by: .firstLine)
      return line.range
    }
    if let heading = TitleScanner.heading(in: bytes, from: block.body) {
      if block.kind != .absent { reader.notice(.material, .titleInHeading, weight: 1) }
      settle(heading, by: .heading)
      return heading.range
    }
    title = FileName(path: source.path).title
    origins.append(Origin(field: .title, teller: .fileName, range: 0..<0, rank: 0))
    return nil
  }

  private mutating func settle(_ find: TitleScanner.Find, by teller: Origin.Teller) {
    title = find.text
    origins.append(Origin(field: .title, teller: teller, range: find.range, rank: 0))
  }
}
