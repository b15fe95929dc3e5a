import CGrammars
import Diagnostics
import Synchronization

/// The languages that can be coloured, by name. Each is compiled when it is first used.
public struct Grammars: Sendable {
  private let languages: [Language]
  private let indices: [String: Int]

  /// The languages that come with the program.
  public static let builtIn = Grammars(builtInSources.map(Language.init(unread:)))

  /// Adds the grammars of a site; one with the name of another takes its place.
  ///
  /// All files are read and compiled at once, so that their mistakes come together.
  public func adding(_ sources: [Source]) -> (grammars: Grammars, mistakes: [Mistake]) {
    var added: [Language] = []
    var mistakes: [Mistake] = []
    for source in sources {
      do throws(Mistake) {
        added.append(Language(try GrammarParser.parse(source)))
      } catch {
        mistakes.append(error)
      }
    }
    let all = Grammars(languages + added)
    for language in added {
      do throws(Mistake) {
        _ = try all.compiled(language)
      } catch {
        mistakes.append(error)
      }
    }
    return (all, mistakes)
  }

  /// The first name of each language.
  public var names: [String] { languages.map { $0.names[0] } }

  private init(_ languages: [Language]) {
    self.languages = languages
    var indices: [String: Int] = [:]
    for (index, language) in languages.enumerated() {
      for name in language.names { indices[name.lowercased()] = index }
    }
    self.indices = indices
  }
}

extension Grammars {
  func language(named name: some Sequence<UInt8>) -> LanguageID? {
    indices[String(decoding: Array(name), as: UTF8.self).lowercased()].map(LanguageID.init(index:))
  }

  /// The tables of a language; a grammar that cannot be read colours nothing (those built in are tested, those of a
  /// site were refused).
  func program(of id: LanguageID) -> SharedProgram {
    guard languages.indices.contains(id.index) else { return .plain }
    let language = languages[id.index]
    if let ready = language.compiled.load() { return ready }
    do throws(Mistake) {
      return language.compiled.storeIfNil(SharedProgram(try compiled(language)))
    } catch {
      return language.compiled.storeIfNil(.plain)
    }
  }

  /// What is wrong with the languages: nothing, in a program that is released.
  package func mistakes() -> [Mistake] {
    languages.compactMap { language in
      do throws(Mistake) {
        _ = try compiled(language)
        return nil
      } catch {
        return error
      }
    }
  }

  private func compiled(_ language: Language) throws(Mistake) -> Program {
    let grammar = try language.grammar()
    guard grammar.states["root"] != nil else { return .plain }
    // Each of its states may refer to others; a grammar is read once for all of them.
    var read: [Int: Grammar?] = [:]
    return try Compiler.compile(grammar) { name in
      guard let index = indices[name] else { return nil }
      if let known = read[index] { return known }
      let other = languages[index].readable
      read[index] = .some(other)
      return other
    }
  }

  /// The built-in files, cut at the zero bytes that part them; the first one is `text`, so that it has index 0.
  private static var builtInSources: [Source] {
    let bytes = builtInBytes()
    return bytes.split(separator: 0).map { file in
      let bytes = Array(file)
      return Source(path: "built-in.syntax", bytes: bytes)
    }
  }

  private static func builtInBytes() -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: sitegen_grammars_start(), count: sitegen_grammars_count)
  }
}

/// Tables that are shared once they are built; a reference, so that lending them counts once and not for each table.
final class SharedProgram: Sendable {
  let program: Program

  static let plain = SharedProgram(.plain)

  init(_ program: Program) { self.program = program }
}

/// One language: its names at once, its grammar when asked for, its tables when first used.
private final class Language: Sendable {
  let names: [String]
  let compiled = AtomicLazyReference<SharedProgram>()
  private let source: Source
  private let read: Grammar?

  init(_ grammar: Grammar) {
    names = grammar.names
    source = grammar.source
    read = grammar
  }

  init(unread source: Source) {
    names = GrammarParser.names(in: source)
    self.source = source
    read = nil
  }

  func grammar() throws(Mistake) -> Grammar {
    if let read { return read }
    return try GrammarParser.parse(source)
  }

  /// The grammar for others to refer to; one with mistakes is as good as none, its own use reports them.
  var readable: Grammar? {
    do throws(Mistake) { return try grammar() } catch { return nil }
  }
}
