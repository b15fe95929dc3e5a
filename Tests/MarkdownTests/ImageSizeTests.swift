import Foundation
import Markdown
import TestSupport
import Testing

struct ImageSizeTests {
  @Test("real files tell the size that their name says", arguments: pictures)
  func real(file: URL) throws {
    let bytes = Array(try Data(contentsOf: file))
    let said = file.deletingPathExtension().lastPathComponent.split(separator: "-")[0].split(separator: "x")
    let size = try size(of: bytes[...])
    #expect([size.width, size.height] == said.compactMap { Int($0) }, "\(file.lastPathComponent)")
  }

  @Test("a cut file asks for more bytes until it tells its size", arguments: pictures)
  func cut(file: URL) throws {
    let bytes = Array(try Data(contentsOf: file))
    let whole = try size(of: bytes[...])
    for count in bytes.indices {
      do {
        #expect(try size(of: bytes.prefix(count)) == whole)
      } catch {
        guard case .cut(let needs) = error else {
          Issue.record("\(file.lastPathComponent) cut at \(count): \(error)")
          continue
        }
        #expect(needs > count && needs <= bytes.count)
      }
    }
  }

  @Test("a header of known length is enough", arguments: [("gif", 10), ("png", 24), ("webp", 30)])
  func enough(ending: String, count: Int) throws {
    for file in Self.pictures where file.pathExtension == ending {
      let bytes = Array(try Data(contentsOf: file))
      #expect(try size(of: bytes.prefix(count)) == size(of: bytes[...]))
    }
  }

  @Test(
    "a drawing tells its size in its own units or by its view box",
    arguments: [
      (#"<svg width="40" height="20">"#, 40, 20),
      (#"<svg width='40px' height = '20px' viewBox="0 0 1 1"/>"#, 40, 20),
      (#"<svg viewBox="0 0 120 80" xmlns="http://www.w3.org/2000/svg">"#, 120, 80),
      (#"<svg viewBox="-5,-5,12.5,7.5">"#, 13, 8),
      (#"<svg width="100%" height="100%" viewBox="0 0 300 150">"#, 300, 150),
      (#"<svg width="60" viewBox="0 0 300 150">"#, 60, 30),
      (#"<svg height="30" viewBox="0 0 300 150">"#, 60, 30),
      (#"<svg width="1in" height="72pt">"#, 96, 96),
      (#"<svg width="2.54cm" height="25.4mm">"#, 96, 96),
      (#"<svg width="1e2" height="5em" viewBox="0 0 2 1">"#, 100, 50),
      (#"<svg:svg width="4" height="2">"#, 4, 2),
      ("\u{FEFF}<?xml version=\"1.0\"?>\n<!-- <svg width=\"1\"> -->\n<svg width=\"4\" height=\"2\">", 4, 2),
      (#"<!DOCTYPE svg [ <!ENTITY a "b"> ]><svg data-a="x > y" width="4" height="2">"#, 4, 2),
    ])
  func drawing(source: String, width: Int, height: Int) throws {
    #expect(try size(of: ArraySlice(source.utf8)) == ImageSize(width: width, height: height))
  }

  @Test(
    "what tells no size is refused",
    arguments: [
      "<html><svg width=\"4\" height=\"2\">", "<svg>", "<svg width=\"4\">", "<svg width=\"0\" height=\"2\">",
      "<svg width=\"-4\" height=\"2\">", "<svg width=\"1e99\" height=\"2\">", "GIF89a\0\0\0\0····",
      "hola, qué tal",
    ])
  func refused(source: String) {
    #expect(throws: ImageSize.Unread.unknown) { try size(of: ArraySlice(source.utf8)) }
  }

  @Test("damaged bytes never crash and never tell an impossible size")
  func damaged() throws {
    let seed = Seed.current
    var random = Dice(seed: seed)
    for file in Self.pictures {
      let whole = Array(try Data(contentsOf: file).prefix(700))
      for _ in 0..<400 {
        var bytes = whole
        for _ in 0..<Int.random(in: 1...8, using: &random) {
          bytes[Int.random(in: bytes.indices, using: &random)] =
            [0, 1, 0x7F, 0xFF, UInt8.random(in: 0...255, using: &random)]
            .randomElement(using: &random) ?? 0
        }
        guard let size = try? size(of: bytes[...]) else { continue }
        #expect(size.width > 0 && size.height > 0, "\(file.lastPathComponent), seed \(seed)")
      }
    }
  }

  private func size(of bytes: ArraySlice<UInt8>) throws(ImageSize.Unread) -> ImageSize {
    let header = Array(bytes)
    return try ImageSize(header: header.span)
  }

  private static let pictures: [URL] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/Images")
    let files = try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    precondition(files?.isEmpty == false, "no pictures in \(folder.path)")
    return (files ?? []).sorted { $0.path < $1.path }
  }()
}
