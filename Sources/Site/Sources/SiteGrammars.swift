import Diagnostics
import Disk
import Highlight

/// The grammars that a site adds to the built-in ones: the files of its folder `syntaxes/`.
public struct SiteGrammars: Sendable {
  public let grammars: Grammars
  /// What is wrong with the site's files; the grammars that could be read are there all the same.
  public let mistakes: [Mistake]

  static let folder = "syntaxes"
  private static let ending = ".syntax"

  /// Reads the grammars of a site; a site without the folder has the built-in ones.
  public init(of root: Path) {
    let folder = root.appending(Self.folder)
    guard File.exists(folder) else {
      (grammars, mistakes) = (.builtIn, [])
      return
    }
    var sources: [Source] = []
    var mistakes: [Mistake] = []
    do throws(DiskFailure) {
      let tree = try Tree(walking: folder)
      mistakes = tree.failures.map(\.mistake)
      for file in tree.files where file.path.text.hasSuffix(Self.ending) {
        do throws(Mistake) {
          let name = "\(Self.folder)/\(file.path.text)"
          sources.append(try TextFile(reading: folder.appending(file.path.bytes), as: name).source)
        } catch {
          mistakes.append(error)
        }
      }
    } catch {
      mistakes.append(error.mistake)
    }
    let added = Grammars.builtIn.adding(sources)
    grammars = added.grammars
    self.mistakes = mistakes + added.mistakes
  }
}
