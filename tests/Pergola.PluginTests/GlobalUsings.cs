global using Pergola.PluginTests.Apps;
global using Xunit;
